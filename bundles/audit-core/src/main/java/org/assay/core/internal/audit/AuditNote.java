package org.assay.core.internal.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.core.internal.ledger.Book;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Transaction;
import org.assay.engine.digest.Sha256;

/** What the ledger says of an audit that has ended: all that pins it, and the digests of its verdicts. */
final class AuditNote {
    private AuditNote() {}

    /** Writes the entry, unless another node that did the same work wrote it. */
    static void write(Transaction tx, AuditRow row) {
        if (tx.ledger().newest(Book.AUDIT, row.id()).isEmpty()) {
            Book.note(tx, Book.AUDIT, row.id(), ended(row), row.createdBy(), what(row));
        }
    }

    private static Instant ended(AuditRow row) {
        return row.finishedAt() == null ? row.createdAt() : row.finishedAt();
    }

    private static Map<String, Object> what(AuditRow row) {
        List<Map<String, Object>> parts =
                row.parts().stream().map(AuditNote::part).toList();
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("audit", row.id());
        what.put("network", row.network());
        what.put("snapshot", row.snapshot());
        what.put("digest", row.digest());
        what.put("asOf", row.asOf());
        what.put("knownAt", row.knownAt().toString());
        what.put("state", row.state());
        what.put("parts", parts);
        if (row.trial() != null) {
            what.put("trial", row.trial());
        }
        return what;
    }

    private static Map<String, Object> part(AuditRow.Part part) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("regime", part.regime());
        what.put("version", part.packVersion());
        what.put("pack", part.packDigest());
        what.put("language", (long) part.language());
        what.put("options", part.options());
        if (part.verdictDigest() != null) {
            what.put("verdicts", part.verdictDigest());
        }
        String counts = part.result();
        if (counts != null) {
            what.put("counts", Sha256.textOf(counts.getBytes(StandardCharsets.UTF_8)));
        }
        return what;
    }
}
