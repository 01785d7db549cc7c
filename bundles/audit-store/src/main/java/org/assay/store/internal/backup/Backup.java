package org.assay.store.internal.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.assay.core.store.Blobs;
import org.assay.core.store.StoreException;
import org.assay.store.internal.blob.BlobNames;

/**
 * Writes all rows, as one transaction sees them, and all blobs to one zip file: {@code backup.json}, {@code rows/TABLE.ndjson},
 * {@code blobs/DIGEST}. It holds no token, no key and no secret. Work goes on meanwhile. Thread-safe.
 */
public final class Backup {
    static final String FORMAT = "assay.backup/1";
    static final String ABOUT = "backup.json";
    static final String ROWS = "rows/";
    static final String BLOBS = "blobs/";
    private static final int FETCHED = 500;

    private final DataSource database;
    private final Blobs blobs;
    private final BlobNames names;
    private final ObjectMapper json = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    /** Of one store. */
    public Backup(DataSource database, Blobs blobs, BlobNames names) {
        this.database = database;
        this.blobs = blobs;
        this.names = names;
    }

    /**
     * Writes one; the stream stays open.
     *
     * @param goesOn called now and then meanwhile
     * @throws StoreException if the store cannot be read
     */
    public void write(OutputStream out, Runnable goesOn) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                rows(connection, zip);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StoreException("the database cannot be read: " + e.getMessage(), e);
        }
        // Rows cite only blobs that were there before them, so a list made now has all of those.
        for (String digest : names.digests()) {
            goesOn.run();
            zip.putNextEntry(new ZipEntry(BLOBS + digest));
            try (InputStream blob = blobs.open(digest)) {
                blob.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    private void rows(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(ABOUT));
        json.writeValue(zip, Map.of("format", FORMAT, "schema", Schema.version(connection)));
        zip.closeEntry();
        for (Table table : Table.of(connection)) {
            zip.putNextEntry(new ZipEntry(ROWS + table.name() + ".ndjson"));
            rows(connection, table, zip);
            zip.closeEntry();
        }
    }

    private void rows(Connection connection, Table table, OutputStream out) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery("select * from " + table.name())) {
                while (rows.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (Column column : table.columns()) {
                        Object value = table.read(column, rows);
                        if (value != null) {
                            row.put(column.name(), value);
                        }
                    }
                    json.writeValue(out, row);
                    out.write('\n');
                }
            }
        }
    }
}
