package org.assay.store.internal.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table that the ledger's entries about one thing tell of, as those read so far leave them. For one thread. */
final class Told {
    private final Map<List<String>, List<Row>> rows = new LinkedHashMap<>();

    /** Whether a pack is planned by now. */
    boolean planned;

    /**
     * A row.
     *
     * @param entry the number of the last entry that tells of it
     * @param columns what is said of its columns; nothing is known of others
     */
    record Row(long entry, Map<String, Said> columns) {}

    /**
     * An entry of the ledger.
     *
     * @param at when it was written, and what it records was done
     * @param what all that it pins
     */
    record Entry(long number, String at, String who, JsonNode what) {

        static Entry of(JsonNode body) {
            return new Entry(
                    body.path("number").asLong(),
                    body.path("at").asText(),
                    body.path("who").asText(),
                    body.path("what"));
        }

        String text(String field) {
            return what.path(field).asText();
        }

        /** A field that is left out where there is nothing. */
        Said said(String field) {
            JsonNode value = what.path(field);
            return value.isMissingNode() ? Said.NOTHING : Said.is(value.asText());
        }

        /** Texts as a column has them. */
        Said joined(String field) {
            List<String> all = new ArrayList<>();
            what.path(field).forEach(one -> all.add(one.asText()));
            return Said.is(String.join(",", all));
        }
    }

    Map<List<String>, List<Row>> rows() {
        return rows;
    }

    /** The columns of the only row under a key, which an earlier entry may have told of already. */
    Map<String, Said> one(Entry entry, String... key) {
        List<Row> before = rows.getOrDefault(List.of(key), List.of());
        Map<String, Said> columns =
                before.isEmpty() ? new LinkedHashMap<>() : before.get(0).columns();
        rows.put(List.of(key), List.of(new Row(entry.number(), columns)));
        return columns;
    }

    /** The columns of one more row under a key. */
    Map<String, Said> next(Entry entry, String... key) {
        Map<String, Said> columns = new LinkedHashMap<>();
        rows.computeIfAbsent(List.of(key), any -> new ArrayList<>()).add(new Row(entry.number(), columns));
        return columns;
    }

    /** There is none under a key any more. */
    void gone(String... key) {
        rows.put(List.of(key), List.of());
    }

    /** There is nothing in these columns. */
    static void nothing(Map<String, Said> columns, String... names) {
        for (String name : names) {
            columns.put(name, Said.NOTHING);
        }
    }
}
