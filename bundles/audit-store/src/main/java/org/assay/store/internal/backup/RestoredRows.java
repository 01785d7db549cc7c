package org.assay.store.internal.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.assay.core.store.Blobs;
import org.assay.core.store.StoreException;
import org.assay.store.internal.blob.NamedBlobs;
import org.assay.store.internal.blob.Sha256;

/**
 * Looks whether rows that were brought back are whole, before they are kept: each blob that one names is there, the
 * ledger's entries are as many as it says, each with the hash of its body, and all that has entries is as these say. Used once,
 * by one thread.
 */
final class RestoredRows {
    private static final byte[] LEAF = {0};

    private final Connection connection;
    private final Blobs blobs;

    RestoredRows(Connection connection, Blobs blobs) {
        this.connection = connection;
        this.blobs = blobs;
    }

    /**
     * Looks at all.
     *
     * @throws StoreException if something is not whole
     */
    void check() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            named(statement);
            long found = entries(statement);
            try (ResultSet rows = statement.executeQuery("select entries from ledger")) {
                require(
                        rows.next() && rows.getLong(1) == found,
                        "its ledger has " + found + " entries, and names another number");
            }
        }
        RestoredLedger.check(connection);
    }

    private void named(Statement statement) throws SQLException {
        boolean removals = Table.of(connection).stream()
                .anyMatch(table -> table.name().equals("snapshot") && table.has("removed_at"));
        Set<String> there = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(removals ? NamedBlobs.ROWS : NamedBlobs.ROWS_BEFORE_REMOVALS)) {
            while (rows.next()) {
                String blob = rows.getString(1);
                require(
                        !there.add(blob) || blobs.has(blob),
                        "the bytes of " + blob + " are not in it, which " + rows.getString(2) + " is made of");
            }
        }
    }

    private long entries(Statement statement) throws SQLException {
        long next = 0;
        try (ResultSet rows =
                statement.executeQuery("select entry_number, body, leaf from ledger_entry order by entry_number")) {
            while (rows.next()) {
                require(rows.getLong(1) == next, "the entry " + next + " of its ledger is missing");
                String body = rows.getString(2);
                require(leaf(body).equals(rows.getString(3)), "the entry " + next + " of its ledger was changed");
                next++;
            }
        }
        return next;
    }

    /** As RFC 9162 hashes a leaf. */
    private static String leaf(String body) {
        MessageDigest digest = Sha256.start();
        digest.update(LEAF);
        return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void require(boolean whole, String otherwise) {
        if (!whole) {
            throw new StoreException(otherwise);
        }
    }
}
