package org.assay.testkit.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that regimes owe a rule for, as a file lists them: lines {@code regime | row | what it asks | requirements}. Immutable.
 *
 * @param rows in the order of the file
 * @param open the rows that are known to have no rule yet
 * @param neverUnknown the requirements that can give no UNKNOWN, with the reason
 */
public record RowList(List<Row> rows, List<String> open, Map<String, String> neverUnknown) {
    private static final String ANNOTATION = "annotation";

    public RowList {
        rows = List.copyOf(rows);
        open = List.copyOf(open);
        neverUnknown = Map.copyOf(neverUnknown);
    }

    /**
     * A row.
     *
     * @param regime the regime's id
     * @param id its official anchor
     * @param asks what it asks, in a few words
     * @param requirements the ids of its requirements where they differ from its own
     */
    public record Row(String regime, String id, String asks, List<String> requirements) {
        public Row {
            requirements = List.copyOf(requirements);
        }

        /** Whether it is no rule, but a consequence that findings show. */
        boolean isAnnotation() {
            return requirements.contains(ANNOTATION);
        }
    }

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    public static RowList read(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Map<String, String> neverUnknown = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" *\\| *");
            if (parts.length == 2 && parts[0].equals("open")) {
                open.add(parts[1]);
            } else if (parts.length == 3 && parts[0].equals("no unknown")) {
                neverUnknown.put(parts[1], parts[2]);
            } else if (parts.length == 3 || parts.length == 4) {
                rows.add(new Row(
                        parts[0], parts[1], parts[2], parts.length == 4 ? List.of(parts[3].split(", *")) : List.of()));
            } else {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + ": a row is 'regime | row | what it asks | requirements'");
            }
        }
        return new RowList(rows, open, neverUnknown);
    }

    /** The regimes in the order of the file. */
    List<String> regimes() {
        return rows.stream().map(Row::regime).distinct().toList();
    }

    List<Row> of(String regime) {
        return rows.stream().filter(row -> row.regime().equals(regime)).toList();
    }
}
