package org.assay.core.internal.audit;

import java.util.List;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.engine.eval.VerdictCodec;
import org.assay.engine.eval.VerdictMatrix;

/** The verdicts of finished audits, by blob. Thread-safe. */
final class Matrices {
    /** A byte a verdict, and the subjects' ids. */
    private static final long KEPT_VERDICTS = 50_000_000;

    private static final int LEAST = 1000;

    private final Store store;
    private final BoundedCache<String, Verdicts> read =
            new BoundedCache<>(KEPT_VERDICTS, verdicts -> verdicts.matrix().size() + LEAST);

    Matrices(Store store) {
        this.store = store;
    }

    /** Keeps verdicts for good; gives their blob. */
    String keep(VerdictMatrix matrix) {
        String blob = store.blobs().put(VerdictCodec.write(matrix));
        read.get(blob, digest -> Verdicts.of(matrix));
        return blob;
    }

    /** The row of an audit, or the answer that there is none. */
    AuditRow row(String id) {
        return store.read(tx -> tx.audits().find(id))
                .orElseThrow(() -> new NotFoundException(
                        "audit", "there is no audit '" + id + "'", "GET /audits lists them, POST /audits makes one"));
    }

    /** A finished audit with its verdicts, or the answer that it is not finished. */
    Judged judged(String id) {
        AuditRow row = row(id);
        if (row.state().equals(AuditView.State.FAILED.name())) {
            throw new ConflictException(
                    "audit-failed", "the audit '" + id + "' failed: " + row.failure(), "make a new one");
        }
        if (!row.state().equals(AuditView.State.DONE.name())) {
            throw new ConflictException(
                    "audit-not-done", "the audit '" + id + "' is still running", "GET /audits/" + id + " until it is");
        }
        List<Judged.Part> parts = row.parts().stream()
                .map(part -> new Judged.Part(part, verdicts(part)))
                .toList();
        return new Judged(row, parts);
    }

    private Verdicts verdicts(AuditRow.Part part) {
        String blob = part.matrix();
        if (blob == null) {
            throw new StoreException("a finished audit lacks its verdicts under " + part.regime());
        }
        return read.get(
                blob, digest -> Verdicts.of(VerdictCodec.read(store.blobs().read(digest))));
    }
}
