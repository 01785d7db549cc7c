package org.assay.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.core.store.KeyRow;
import org.assay.core.store.KeyRows;
import org.jspecify.annotations.Nullable;

/** The table {@code pack_key}. */
record SqlKeys(Sql sql) implements KeyRows {
    private static final String COMMA = ",";

    @Override
    public List<KeyRow> all() {
        return sql.list("select * from pack_key order by id", SqlKeys::key);
    }

    @Override
    public Optional<KeyRow> lock(String id) {
        return sql.first("select * from pack_key where id = ? for update", SqlKeys::key, id);
    }

    @Override
    public void put(KeyRow row) {
        KeyRow.Revocation revoked = row.revocation();
        List<@Nullable Object> terms = Arrays.asList(
                row.label(),
                String.join(COMMA, row.regimes()),
                row.from(),
                row.until(),
                revoked == null ? null : revoked.at(),
                revoked == null ? null : revoked.by(),
                revoked == null ? null : revoked.reason(),
                row.publicKey(),
                row.addedAt(),
                row.addedBy(),
                row.id());
        int changed = sql.change(
                "update pack_key set label = ?, regimes = ?, counts_from = ?, counts_until = ?, revoked_at = ?,"
                        + " revoked_by = ?, revoke_reason = ?, public_key = ?, added_at = ?, added_by = ? where id = ?",
                terms.toArray());
        if (changed == 0) {
            sql.change(
                    "insert into pack_key (label, regimes, counts_from, counts_until, revoked_at, revoked_by,"
                            + " revoke_reason, public_key, added_at, added_by, id)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    terms.toArray());
        }
    }

    private static KeyRow key(ResultSet row) throws SQLException {
        Instant revokedAt = Sql.instantOrNull(row, "revoked_at");
        return new KeyRow(
                row.getString("id"),
                row.getString("public_key"),
                row.getString("label"),
                List.of(row.getString("regimes").split(COMMA)),
                Sql.instant(row, "counts_from"),
                Sql.instantOrNull(row, "counts_until"),
                Sql.instant(row, "added_at"),
                row.getString("added_by"),
                revokedAt == null
                        ? null
                        : new KeyRow.Revocation(
                                revokedAt, row.getString("revoked_by"), row.getString("revoke_reason")));
    }
}
