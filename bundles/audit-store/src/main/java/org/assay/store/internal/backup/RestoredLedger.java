package org.assay.store.internal.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.core.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of one table that were brought back against what the ledger's entries of one kind tell of them, as
 * {@link Telling} says: each row is as its entries left it, none is missing, and none is there that no entry tells of. In
 * tables of an earlier version columns that came later are passed over. Used once, by one thread.
 */
final class RestoredLedger {
    private static final int FETCHED = 500;

    private final Connection connection;
    private final Telling telling;
    private final Table table;
    private final Instant began;
    private final Set<List<String>> names = new HashSet<>();
    private final ObjectMapper json = new ObjectMapper();

    private RestoredLedger(Connection connection, Telling telling, Table table, Instant began) {
        this.connection = connection;
        this.telling = telling;
        this.table = table;
        this.began = began;
    }

    /**
     * Looks at all tables.
     *
     * @throws StoreException naming the first row that is not what its entries say
     */
    static void check(Connection connection) throws SQLException {
        Map<String, Table> tables =
                Table.of(connection).stream().collect(Collectors.toMap(Table::name, found -> found));
        Instant began = began(connection);
        for (Telling telling : Telling.ALL) {
            Table table = tables.get(telling.table());
            if (began != null && table != null && telling.fits(table)) {
                new RestoredLedger(connection, telling, table, began).check();
            }
        }
    }

    /** Databases that are older than the ledger have rows that no entry tells of. */
    private static @Nullable Instant began(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select body from ledger_entry where entry_number = 0")) {
            return rows.next()
                    ? Instant.parse(new ObjectMapper()
                            .readTree(rows.getString(1))
                            .path("at")
                            .asText())
                    : null;
        } catch (JsonProcessingException e) {
            throw new StoreException("the first entry of its ledger cannot be read", e);
        }
    }

    private void check() throws SQLException {
        String where = telling.by().stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        try (PreparedStatement entries = connection.prepareStatement(
                        "select about, body from ledger_entry where kind = ? order by about, entry_number");
                PreparedStatement named = connection.prepareStatement(
                        "select * from " + table.name() + " where " + where + " order by " + telling.order())) {
            entries.setString(1, telling.kind());
            entries.setFetchSize(FETCHED);
            try (ResultSet rows = entries.executeQuery()) {
                entries(rows, named);
            }
        }
        untold();
    }

    private void entries(ResultSet rows, PreparedStatement named) throws SQLException {
        Told told = new Told();
        String about = "";
        while (rows.next()) {
            if (!about.equals(rows.getString(1))) {
                compare(told, named);
                told = new Told();
                about = rows.getString(1);
            }
            telling.fold().take(Told.Entry.of(body(rows.getString(2))), told);
        }
        compare(told, named);
    }

    private JsonNode body(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new StoreException("an entry of its ledger cannot be read", e);
        }
    }

    private void compare(Told told, PreparedStatement named) throws SQLException {
        for (Map.Entry<List<String>, List<Told.Row>> one : told.rows().entrySet()) {
            names.add(one.getKey());
            compare(one.getKey(), one.getValue(), found(one.getKey(), named));
        }
    }

    /** Rows from before the ledger come first. */
    private void compare(List<String> name, List<Told.Row> told, List<Map<String, @Nullable String>> found) {
        boolean countedLater = found.removeIf(row -> "0".equals(row.get("line_number")));
        int early = found.size() - told.size();
        for (int i = 0; i < early; i++) {
            requireEarly(name, found.get(i).get(telling.since()));
        }
        if (early < 0 && !countedLater) {
            throw new StoreException(title(name) + " is missing, of which the entry "
                    + told.get(told.size() - 1).entry() + " of its ledger tells");
        }
        for (int i = Math.max(0, -early); i < told.size(); i++) {
            compare(name, told.get(i), found.get(i + early));
        }
    }

    private void compare(List<String> name, Told.Row told, Map<String, @Nullable String> found) {
        told.columns().forEach((column, said) -> {
            if (found.containsKey(column) && !said.fits().test(found.get(column))) {
                throw new StoreException(title(name) + " has '" + column + "' "
                        + (found.get(column) == null ? "nothing" : found.get(column)) + ", where the entry "
                        + told.entry() + " of its ledger says " + said.text());
            }
        });
    }

    private List<Map<String, @Nullable String>> found(List<String> name, PreparedStatement named) throws SQLException {
        for (int i = 0; i < name.size(); i++) {
            Column column = table.column(telling.by().get(i));
            boolean number = column.type() == Types.BIGINT || column.type() == Types.INTEGER;
            column.write(
                    named,
                    i + 1,
                    number ? LongNode.valueOf(Long.parseLong(name.get(i))) : TextNode.valueOf(name.get(i)));
        }
        List<Map<String, @Nullable String>> found = new ArrayList<>();
        try (ResultSet rows = named.executeQuery()) {
            while (rows.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (Column column : table.columns()) {
                    row.put(column.name(), text(column.read(rows)));
                }
                found.add(row);
            }
        }
        return found;
    }

    private void untold() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows =
                    statement.executeQuery("select * from " + table.name() + " where " + telling.told())) {
                while (rows.next()) {
                    List<String> name = new ArrayList<>();
                    for (String column : telling.by()) {
                        name.add(String.valueOf(table.column(column).read(rows)));
                    }
                    if (!names.contains(name)) {
                        requireEarly(
                                name,
                                telling.since().isEmpty()
                                        ? null
                                        : text(table.column(telling.since()).read(rows)));
                    }
                }
            }
        }
    }

    private void requireEarly(List<String> name, @Nullable String since) {
        if (since == null || !Instant.parse(since).isBefore(began)) {
            throw new StoreException(title(name) + " is there, of which no entry of its ledger tells");
        }
    }

    private String title(List<String> name) {
        return "the row of '" + table.name() + "' of " + String.join(", ", name);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
