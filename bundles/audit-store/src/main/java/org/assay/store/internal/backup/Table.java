package org.assay.store.internal.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows belong into a back-up.
 *
 * @param name in lower case
 */
record Table(String name, List<Column> columns) {
    /** The schema's own history, blobs, which are kept as such, back-ups under way, and tokens and secrets: a back-up opens nothing. */
    private static final Set<String> LEFT_OUT =
            Set.of("flyway_schema_history", "blob", "copying", "token", "webhook_former");

    /** What back-ups of earlier versions do not have. */
    private static final Set<String> ONCE_LEFT_OUT =
            Set.of("feed", "webhook", "webhook_delivery", "webhook_topic", "webhook_announced");

    /** Secrets, with what a back-up has in their place. */
    private static final Map<String, Map<String, Optional<String>>> HIDDEN =
            Map.of("webhook", Map.of("secret", Optional.of("")));

    Table {
        columns = List.copyOf(columns);
    }

    /** The tables of the connection's schema, each after those that it refers to. */
    static List<Table> of(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        Map<String, Table> tables = new TreeMap<>();
        try (ResultSet rows =
                about.getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                String lower = name.toLowerCase(Locale.ROOT);
                if (!LEFT_OUT.contains(lower)) {
                    tables.put(lower, new Table(lower, columns(about, connection.getSchema(), name)));
                }
            }
        }
        return sorted(tables, references(connection, about, tables.keySet()));
    }

    private static List<Column> columns(DatabaseMetaData about, String schema, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows = about.getColumns(null, schema, table, "%")) {
            while (rows.next()) {
                columns.add(Column.of(rows));
            }
        }
        return columns;
    }

    private static Map<String, Set<String>> references(
            Connection connection, DatabaseMetaData about, Set<String> tables) throws SQLException {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        for (String table : tables) {
            Set<String> needed = new LinkedHashSet<>();
            String stored = about.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
            try (ResultSet rows = about.getImportedKeys(null, connection.getSchema(), stored)) {
                while (rows.next()) {
                    needed.add(rows.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            needed.remove(table);
            references.put(table, needed);
        }
        return references;
    }

    private static List<Table> sorted(Map<String, Table> tables, Map<String, Set<String>> references) {
        Map<String, Table> done = new LinkedHashMap<>();
        while (done.size() < tables.size()) {
            List<Table> next = tables.values().stream()
                    .filter(table -> !done.containsKey(table.name()))
                    .filter(table -> done.keySet().containsAll(references.get(table.name())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + references);
            }
            next.forEach(table -> done.put(table.name(), table));
        }
        return List.copyOf(done.values());
    }

    boolean has(String column) {
        return columns.stream().anyMatch(one -> one.name().equals(column));
    }

    Column column(String wanted) {
        return columns.stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no column " + wanted));
    }

    /** A column's value as a back-up has it; null for none. */
    @Nullable
    Object read(Column column, ResultSet row) throws SQLException {
        Optional<String> instead = HIDDEN.getOrDefault(name, Map.of()).get(column.name());
        return instead == null ? column.read(row) : instead.orElse(null);
    }

    /** Whether a back-up may lack it. */
    boolean mayBeMissing() {
        return ONCE_LEFT_OUT.contains(name);
    }

    String insert() {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into " + name + " (" + names + ") values (" + marks + ")";
    }
}
