package org.assay.core.internal.audit;

import java.nio.ByteBuffer;
import java.util.List;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.internal.util.Kept;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Blobs;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.engine.eval.VerdictCodec;
import org.assay.engine.matrix.Alignment;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.MatrixStore;
import org.assay.engine.matrix.StoredBytes;
import org.assay.engine.matrix.SubjectIds;

/** The verdicts of finished audits, by blob. Thread-safe. */
final class Matrices {
    /** What sets and ids in memory may take, in bytes. */
    private static final long KEPT_BYTES = 128L << 20;

    private static final long KEPT_STRETCHES = 4_000_000;

    private final Store store;
    private final BoundedCache<String, BitmapMatrix> read = new BoundedCache<>(KEPT_BYTES, BitmapMatrix::weight);
    private final BoundedCache<List<String>, Alignment> aligned =
            new BoundedCache<>(KEPT_STRETCHES, alignment -> 1L + alignment.stretches());

    Matrices(Store store) {
        this.store = store;
    }

    /** Keeps verdicts for good; gives their blob. */
    String keep(BitmapMatrix matrix) {
        String blob = store.blobs().put(out -> MatrixStore.write(matrix, out));
        read.get(blob, digest -> matrix);
        return blob;
    }

    /** The row of an audit, or the answer that there is none. */
    AuditRow row(String id) {
        return store.read(tx -> tx.audits().find(id))
                .orElseThrow(() -> new NotFoundException(
                        "audit", "there is no audit '" + id + "'", "GET /audits lists them, POST /audits makes one"));
    }

    /** A finished audit with its verdicts, or the answer that it is not finished, or that they were removed. */
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
        Kept.requireVerdicts(id, row.removed());
        List<Judged.Part> parts = row.parts().stream()
                .map(part -> new Judged.Part(part, verdicts(part)))
                .toList();
        return new Judged(row, parts, store.read(tx -> Waived.of(tx, row)));
    }

    BitmapMatrix verdicts(AuditRow.Part part) {
        String blob = part.matrix();
        if (blob == null) {
            throw new StoreException("a finished audit lacks its verdicts under " + part.regime());
        }
        return read.get(blob, digest -> VerdictCodec.open(bytes(store.blobs().parts(digest))));
    }

    private static StoredBytes bytes(Blobs.Parts parts) {
        return new StoredBytes() {
            @Override
            public long size() {
                return parts.size();
            }

            @Override
            public ByteBuffer read(long offset, int length) {
                return parts.read(offset, length);
            }
        };
    }

    /** Subjects of several snapshots laid over each other. */
    Alignment align(List<SubjectIds> lists) {
        return aligned.get(lists.stream().map(SubjectIds::digest).toList(), any -> Alignment.of(lists));
    }
}
