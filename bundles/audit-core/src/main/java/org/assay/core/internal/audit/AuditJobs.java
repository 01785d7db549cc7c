package org.assay.core.internal.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.assay.core.AuditView;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.util.Node;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.matrix.BitmapMatrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work of audits: small ones at once, large ones by an executor. Thread-safe. */
final class AuditJobs {
    private static final Logger LOG = LoggerFactory.getLogger(AuditJobs.class);
    private static final int PERCENT = 100;
    private static final int KEPT_JUDGEMENTS = 2000;

    /** So long a node that is gone keeps its audits from the others; they are held anew well before. */
    private static final Duration HOLD = Duration.ofSeconds(60);

    private final Store store;
    private final Evaluations evaluations;
    private final Matrices matrices;
    private final AuditViews views;
    private final Moments moments;
    private final Node node;
    private final Executor executor;
    private final long smallest;
    private final ConcurrentMap<String, Integer> progress = new ConcurrentHashMap<>();

    /** The same facts under the same pack, day and options have the same verdicts: they are judged once. */
    private final BoundedCache<List<Object>, Judgement> judged = new BoundedCache<>(KEPT_JUDGEMENTS, any -> 1);

    /**
     * What came of one part of an audit.
     *
     * @param verdictDigest the digest of the verdicts
     * @param matrix their blob
     * @param result their counts, as JSON
     * @param verdicts how many there are
     */
    private record Judgement(String verdictDigest, String matrix, String result, long verdicts) {}

    /**
     * Makes one.
     *
     * @param large from how many verdicts on an audit is given to the executor
     */
    AuditJobs(
            Store store,
            Evaluations evaluations,
            Matrices matrices,
            AuditViews views,
            Moments moments,
            Node node,
            Executor executor,
            long large) {
        this.store = store;
        this.evaluations = evaluations;
        this.matrices = matrices;
        this.views = views;
        this.moments = moments;
        this.node = node;
        this.executor = executor;
        this.smallest = large;
    }

    /** Keeps a planned audit and does it, or has it done. */
    AuditRow start(AuditRow planned) {
        long verdicts = 0;
        for (AuditRow.Part part : planned.parts()) {
            if (!judged.has(evaluations.inputs(planned, part))) {
                verdicts += evaluations.of(planned, part).ask(Evaluation::size);
            }
        }
        if (verdicts < smallest) {
            AuditRow done = judge(planned, verdicts);
            keep(tx -> {
                tx.audits().insert(done);
                AuditNote.write(tx, done);
            });
            return done;
        }
        keep(tx -> {
            tx.audits().insert(planned);
            claim(tx, planned.id());
        });
        run(planned, verdicts);
        return planned;
    }

    private boolean claim(Transaction tx, String id) {
        return tx.audits().claim(id, node.id(), moments.now(), moments.now().plus(HOLD));
    }

    /**
     * Holds on to what this node is at, and goes on with what an earlier process here, or a node that is gone, began: pinned
     * as it is, it gives what it would have given.
     */
    void resume() {
        for (AuditRow row : store.read(tx -> tx.audits().inState(AuditView.State.RUNNING.name()))) {
            boolean ours = store.write(tx -> claim(tx, row.id()));
            if (ours && !progress.containsKey(row.id())) {
                run(row, Long.MAX_VALUE);
            }
        }
    }

    private void run(AuditRow row, long verdicts) {
        progress.put(row.id(), 0);
        executor.execute(() -> {
            AuditRow done = judge(row, verdicts);
            keep(tx -> {
                tx.audits().update(done);
                AuditNote.write(tx, done);
            });
            progress.remove(row.id());
        });
    }

    private void keep(Consumer<Transaction> work) {
        store.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** How far a running audit is, in per cent. */
    int progress(String id) {
        return progress.getOrDefault(id, 0);
    }

    private AuditRow judge(AuditRow row, long verdicts) {
        try {
            List<AuditRow.Part> parts = new ArrayList<>();
            long before = 0;
            for (AuditRow.Part part : row.parts()) {
                Judgement judgement = judge(row, part, before, verdicts);
                before += judgement.verdicts();
                parts.add(result(part, judgement));
            }
            return row.ended(AuditView.State.DONE.name(), null, moments.now(), parts);
        } catch (RuntimeException e) {
            LOG.error("The audit {} failed", row.id(), e);
            return row.ended(AuditView.State.FAILED.name(), String.valueOf(e.getMessage()), moments.now(), row.parts());
        }
    }

    private Judgement judge(AuditRow row, AuditRow.Part part, long before, long all) {
        return judged.get(evaluations.inputs(row, part), any -> {
            BitmapMatrix matrix = evaluations
                    .of(row, part)
                    .ask(evaluation -> evaluation.judge(done -> progress.computeIfPresent(
                            row.id(), (id, old) -> (int) Math.min(PERCENT - 1, PERCENT * (before + done) / all))));
            return new Judgement(matrix.digest(), matrices.keep(matrix), views.result(matrix), matrix.size());
        });
    }

    private static AuditRow.Part result(AuditRow.Part part, Judgement judgement) {
        return new AuditRow.Part(
                part.regime(),
                part.packVersion(),
                part.packDigest(),
                part.language(),
                part.options(),
                judgement.verdictDigest(),
                judgement.matrix(),
                judgement.result());
    }
}
