package org.assay.store.internal.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assay.core.store.AuditRow;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Transaction;
import org.jspecify.annotations.Nullable;

/** Rows to be kept. */
final class SampleRows {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    static final Instant LATER = NOON.plusSeconds(60);
    static final RegimeRow BSI = new RegimeRow("de-bsi", true, NOON, "admin");
    static final NetworkRow NETWORK = new NetworkRow("alpha", "Alpha & Söhne", "DE", 1, NOON, "admin");

    private SampleRows() {}

    static PackRow pack(String digest, String version, LocalDate from, LocalDate to) {
        return new PackRow(
                digest,
                "de-bsi",
                version,
                1,
                from,
                to,
                "STAGED",
                "BUNDLE",
                NOON,
                "bundle",
                null,
                null,
                "{}",
                "sha256:e",
                null,
                null);
    }

    static PackEventRow event(PackRow pack, String step) {
        return new PackEventRow(0, pack.regime(), pack.version(), pack.digest(), step, "admin", NOON);
    }

    static SnapshotRow snapshot(long number, String digest, Instant at) {
        return new SnapshotRow("alpha", number, digest, "sha256:f", at, "admin", "{\"component\":2}", null);
    }

    static final AuditRow.Turn TURN = new AuditRow.Turn(LocalDate.of(2026, 12, 31), "a date");

    static AuditRow audit(String id) {
        return audit(id, null);
    }

    static AuditRow audit(String id, @Nullable String trial) {
        AuditRow.Part part = new AuditRow.Part("de-bsi", "2026.1.0", "sha256:1", 1, "{}", null, null, null);
        return new AuditRow(
                id,
                "alpha",
                1,
                "sha256:a",
                "sha256:f",
                LocalDate.of(2026, 11, 21),
                NOON,
                "RUNNING",
                null,
                NOON,
                "admin",
                null,
                List.of(part),
                trial,
                "Europe/Berlin",
                NOON.minusSeconds(60),
                null,
                null);
    }

    static void withAnAudit(Transaction tx) {
        tx.regimes().put(BSI);
        tx.packs().insert(pack("sha256:1", "2026.1.0", LocalDate.of(2025, 12, 6), null));
        tx.networks().put(NETWORK);
        tx.networks().addSnapshot(snapshot(1, "sha256:a", NOON));
        tx.audits().insert(audit("0190-1"));
    }
}
