package org.assay.core.internal.audit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assay.core.AuditView;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.internal.util.Kept;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.util.Node;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.TurningDay;
import org.assay.engine.matrix.BitmapMatrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work of audits: small ones at once, large ones by an executor. Thread-safe. */
final class AuditJobs {
    private static final Logger LOG = LoggerFactory.getLogger(AuditJobs.class);
    private static final int PERCENT = 100;
    private static final int KEPT_JUDGEMENTS = 2000;

    /** Among so many audits of a network one is looked for whose verdicts can be taken over. */
    private static final int NEWEST = 8;

    /** So far ahead it is looked when verdicts may change by themselves. */
    private static final int DAYS_AHEAD = 400;

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
     * @param turn when they may change by themselves
     */
    private record Judgement(String verdictDigest, String matrix, String result, long verdicts, TurningDay turn) {}

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
        return start(planned, tx -> {});
    }

    /** The same, with something that is done in the transaction that keeps it. */
    AuditRow start(AuditRow planned, Consumer<Transaction> also) {
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
                also.accept(tx);
                AuditNote.write(tx, done);
                requireThere(tx, done);
            });
            return done;
        }
        keep(tx -> {
            tx.audits().insert(planned);
            claim(tx, planned.id());
            also.accept(tx);
            tx.ledger().lock();
            requireThere(tx, planned);
        });
        run(planned, verdicts);
        return planned;
    }

    /** The ledger is locked by now, so that what is there stays. */
    private static void requireThere(Transaction tx, AuditRow row) {
        tx.networks().numbered(row.network(), row.snapshot()).ifPresent(Kept::requireFacts);
        Kept.requireBlobs(tx, row.facts());
        row.parts().forEach(part -> Kept.requireBlobs(tx, part.matrix()));
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
        executor.execute(() -> finish(row, verdicts));
    }

    /** What cannot be kept now stays at work, and is taken up again when audits are looked for that nobody is at. */
    private void finish(AuditRow row, long verdicts) {
        try {
            AuditRow done = judge(row, verdicts);
            keep(tx -> {
                tx.audits().update(done);
                AuditNote.write(tx, done);
                requireThere(tx, done);
            });
        } catch (StoreException e) {
            LOG.warn("The audit {} cannot be kept now; it is tried again: {}", row.id(), e.getMessage());
        } finally {
            progress.remove(row.id());
        }
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
            List<TurningDay> turns = new ArrayList<>();
            long before = 0;
            for (AuditRow.Part part : row.parts()) {
                Judgement judgement = judge(row, part, before, verdicts);
                before += judgement.verdicts();
                turns.add(judgement.turn());
                parts.add(result(part, judgement));
            }
            return row.ended(AuditView.State.DONE.name(), null, moments.now(), parts, first(turns));
        } catch (StoreException e) {
            if (e.reason() == StoreException.Reason.FAILED) {
                return failed(row, e);
            }
            throw e; // the audit is not at fault
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Whatever the rules did to the machine, an audit that began must not stay at work for ever
            return failed(row, e);
        }
    }

    private AuditRow failed(AuditRow row, Throwable e) {
        LOG.error("The audit {} failed", row.id(), e);
        return row.ended(
                AuditView.State.FAILED.name(), String.valueOf(e.getMessage()), moments.now(), row.parts(), null);
    }

    private static AuditRow.Turn first(List<TurningDay> turns) {
        LocalDate day =
                turns.stream().map(TurningDay::day).min(LocalDate::compareTo).orElseThrow();
        String because = turns.stream()
                .filter(turn -> turn.day().equals(day))
                .flatMap(turn -> turn.because().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return new AuditRow.Turn(day, because);
    }

    private Judgement judge(AuditRow row, AuditRow.Part part, long before, long all) {
        List<Object> inputs = evaluations.inputs(row, part);
        if (judged.has(inputs)
                && !store.blobs().has(judge(inputs, row, part, before, all).matrix())) {
            judged.remove(inputs); // the audits that had these verdicts were removed
        }
        return judge(inputs, row, part, before, all);
    }

    private Judgement judge(List<Object> inputs, AuditRow row, AuditRow.Part part, long before, long all) {
        return judged.get(inputs, any -> {
            Evaluations.Open open = evaluations.of(row, part);
            BitmapMatrix matrix = renewed(row, part)
                    .orElseGet(() -> open.ask(evaluation -> evaluation.judge(done -> progress.computeIfPresent(
                            row.id(), (id, old) -> (int) Math.min(PERCENT - 1, PERCENT * (before + done) / all)))));
            TurningDay turn = open.ask(evaluation -> evaluation.turn(DAYS_AHEAD));
            return new Judgement(matrix.digest(), matrices.keep(matrix), views.result(matrix), matrix.size(), turn);
        });
    }

    /**
     * From the newest audit that this process made of the network under the regime and, as for days, with the same verdicts; one
     * with the same pack and options rather than another one.
     */
    private Optional<BitmapMatrix> renewed(AuditRow row, AuditRow.Part part) {
        List<AuditRow> alike = store.read(tx -> tx.audits().page(row.network(), false, null, NEWEST)).stream()
                .filter(before -> isAlike(before, row))
                .toList();
        Optional<BitmapMatrix> same = renewed(
                row,
                part,
                alike,
                other -> other.packDigest().equals(part.packDigest())
                        && other.options().equals(part.options()));
        return same.isPresent()
                ? same
                : renewed(row, part, alike, other -> other.regime().equals(part.regime()));
    }

    private Optional<BitmapMatrix> renewed(
            AuditRow row, AuditRow.Part part, List<AuditRow> alike, Predicate<AuditRow.Part> fitting) {
        for (AuditRow before : alike) {
            Optional<AuditRow.Part> found = before.parts().stream()
                    .filter(other -> other.matrix() != null && fitting.test(other))
                    .filter(other -> judged.has(evaluations.inputs(before, other)))
                    .findFirst();
            if (found.isPresent()) {
                return evaluations.renewed(row, part, before, found.get(), matrices.verdicts(found.get()));
            }
        }
        return Optional.empty();
    }

    /** Whether the verdicts on the earlier facts are those of the later day as well. */
    private static boolean isAlike(AuditRow before, AuditRow row) {
        AuditRow.Turn turn = before.turn();
        return turn != null && !before.asOf().isAfter(row.asOf()) && row.asOf().isBefore(turn.day());
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
