package org.assay.store.internal.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.assay.core.store.Blobs;
import org.assay.core.store.StoreException;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a back-up into an empty database: blobs first, then all rows in one transaction. A crash on the way loses nothing:
 * the next start begins again. Not thread-safe.
 */
public final class Restore {
    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);
    private static final int BATCH = 500;

    private final DataSource database;
    private final Path file;
    private final ObjectMapper json = new ObjectMapper();

    /** From a file. */
    public Restore(DataSource database, Path file) {
        this.database = database;
        this.file = file;
    }

    /**
     * Makes the tables as they were when the back-up was made, before anything else does. Nothing if the file is not there,
     * or what it holds is in the database already.
     *
     * @return what brings the contents in, once blobs can be kept
     * @throws StoreException if the database is not empty, or the file is no back-up
     */
    public Optional<Contents> begin() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : entries(zip)) {
                check(zip, entry);
            }
            JsonNode about = about(zip);
            Optional<Ledger> there = ledger();
            JsonNode wanted = lines(zip, "ledger").get(0);
            if (there.isPresent()) {
                // A crash after the rows were kept leaves just what the back-up holds; more entries are another state.
                require(
                        there.get()
                                .equals(new Ledger(
                                        wanted.path("origin").asText(),
                                        wanted.path("entries").asLong())),
                        "the database is not empty: a back-up is brought only into an empty one. Name a new database, or"
                                + " remove the file");
                done();
                return Optional.empty();
            }
            Schema.migrate(
                    database, MigrationVersion.fromVersion(about.path("schema").asText()));
            return Optional.of(this::bring);
        } catch (IOException | SQLException e) {
            throw refused(e);
        }
    }

    /** What a back-up holds. */
    @FunctionalInterface
    public interface Contents {
        /** Keeps all blobs, then all rows. */
        void into(Blobs blobs);
    }

    private void bring(Blobs blobs) {
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = database.getConnection()) {
            int kept = keep(zip, blobs);
            connection.setAutoCommit(false);
            try {
                for (Table table : Table.of(connection)) {
                    insert(connection, table, zip);
                }
                new RestoredRows(connection, blobs).check();
                connection.commit();
            } finally {
                connection.rollback();
            }
            done();
            LOG.info(
                    "{} was brought back: {} blobs. No secret is in it: make tokens anew, and rotate webhooks, which send"
                            + " nothing before",
                    file,
                    kept);
        } catch (IOException | SQLException | RuntimeException e) {
            throw refused(e);
        }
    }

    private static List<ZipEntry> entries(ZipFile zip) {
        return zip.stream().map(ZipEntry.class::cast).toList();
    }

    /** Reading an entry at random does not look at its checksum. */
    private void check(ZipFile zip, ZipEntry entry) throws IOException {
        CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        try (in) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        require(in.getChecksum().getValue() == entry.getCrc(), entry.getName() + " is damaged");
    }

    private int keep(ZipFile zip, Blobs blobs) throws IOException {
        Set<String> facts = facts(zip);
        int kept = 0;
        for (ZipEntry entry : zip.stream()
                .filter(one -> one.getName().startsWith(Backup.BLOBS))
                .toList()) {
            String digest;
            try (InputStream in = zip.getInputStream(entry)) {
                boolean whole = facts.contains(entry.getName().substring(Backup.BLOBS.length()));
                digest = whole ? blobs.putWhole(in::transferTo) : blobs.put(in::transferTo);
            }
            require(entry.getName().equals(Backup.BLOBS + digest), entry.getName() + " holds the bytes of " + digest);
            kept++;
        }
        return kept;
    }

    /** Blobs that are only read as a whole: facts take a seventh of the room so. */
    private Set<String> facts(ZipFile zip) throws IOException {
        Set<String> facts = new HashSet<>();
        for (String table : List.of("snapshot", "audit")) {
            try (MappingIterator<JsonNode> rows = rows(zip, table)) {
                rows.forEachRemaining(row -> facts.add(row.path("facts").asText()));
            }
        }
        return facts;
    }

    private void insert(Connection connection, Table table, ZipFile zip) throws SQLException, IOException {
        if (table.mayBeMissing() && zip.getEntry(Backup.ROWS + table.name() + ".ndjson") == null) {
            return;
        }
        long highest = 0;
        try (PreparedStatement insert = connection.prepareStatement(table.insert());
                MappingIterator<JsonNode> rows = rows(zip, table.name())) {
            int waiting = 0;
            while (rows.hasNext()) {
                JsonNode row = rows.next();
                for (int i = 0; i < table.columns().size(); i++) {
                    Column column = table.columns().get(i);
                    column.write(insert, i + 1, row.path(column.name()));
                    highest = column.identity()
                            ? Math.max(highest, row.path(column.name()).asLong())
                            : highest;
                }
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        goOn(connection, table, highest + 1);
    }

    /** A column that the database numbers goes on after the rows that were brought in. */
    private static void goOn(Connection connection, Table table, long next) throws SQLException {
        for (Column column : table.columns()) {
            if (column.identity()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            "alter table " + table.name() + " alter column " + column.name() + " restart with " + next);
                }
            }
        }
    }

    private JsonNode about(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.ABOUT);
        require(entry != null, "it has no " + Backup.ABOUT);
        try (InputStream in = zip.getInputStream(entry)) {
            JsonNode about = json.readTree(in);
            String format = about.path("format").asText();
            require(format.equals(Backup.FORMAT), "its format is '" + format + "', not " + Backup.FORMAT);
            return about;
        }
    }

    private MappingIterator<JsonNode> rows(ZipFile zip, String table) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.ROWS + table + ".ndjson");
        require(entry != null, "it has no rows of " + table);
        return json.readerFor(JsonNode.class).readValues(zip.getInputStream(entry));
    }

    private List<JsonNode> lines(ZipFile zip, String table) throws IOException {
        try (MappingIterator<JsonNode> rows = rows(zip, table)) {
            List<JsonNode> all = rows.readAll();
            require(!all.isEmpty(), "it has no rows of " + table);
            return all;
        }
    }

    /** By its name and how many entries it has. */
    private record Ledger(String origin, long entries) {}

    /** The database's ledger, which every database that was ever in use has. */
    private Optional<Ledger> ledger() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (Table.of(connection).stream().noneMatch(table -> table.name().equals("ledger"))) {
                return Optional.empty();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select origin, entries from ledger")) {
                return rows.next() ? Optional.of(new Ledger(rows.getString(1), rows.getLong(2))) : Optional.empty();
            }
        }
    }

    private void done() throws IOException {
        Files.move(file, file.resolveSibling("restored.zip"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void require(boolean fits, String otherwise) {
        if (!fits) {
            throw refused(otherwise);
        }
    }

    private StoreException refused(String why) {
        return new StoreException("the back-up " + file + " cannot be brought back: " + why);
    }

    private StoreException refused(Exception cause) {
        return new StoreException("the back-up " + file + " cannot be brought back: " + cause.getMessage(), cause);
    }
}
