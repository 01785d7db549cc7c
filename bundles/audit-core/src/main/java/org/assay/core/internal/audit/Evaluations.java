package org.assay.core.internal.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assay.core.internal.engine.Rules;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.internal.pack.RuleSets;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.internal.util.Json;
import org.assay.core.store.AuditRow;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.pack.RulePack;

/** Evaluations of pinned audits, opened again from pack and facts; each is used by one thread at a time. Thread-safe. */
final class Evaluations {
    /** An evaluation holds indexes of all records of its snapshot. */
    private static final long KEPT_RECORDS = 300_000;

    private final RuleSets rules;
    private final Snapshots snapshots;
    private final Json json;
    private final BoundedCache<List<Object>, Open> open = new BoundedCache<>(KEPT_RECORDS, Open::weight);

    Evaluations(RuleSets rules, Snapshots snapshots, Json json) {
        this.rules = rules;
        this.snapshots = snapshots;
        this.json = json;
    }

    /**
     * An evaluation with its pack.
     *
     * @param pack the pack
     * @param evaluation guarded by this record
     * @param weight how many records it holds
     */
    record Open(RulePack pack, Evaluation evaluation, long weight) {
        synchronized <T> T ask(Function<Evaluation, T> question) {
            return question.apply(evaluation);
        }
    }

    /** Everything that the verdicts of one part of an audit follow from. */
    List<Object> inputs(AuditRow audit, AuditRow.Part part) {
        LocalDate recordedOn = recordedOn(audit, rules.of(part.packDigest()).pack());
        return List.of(audit.facts(), part.packDigest(), audit.asOf(), recordedOn, part.options());
    }

    private static LocalDate recordedOn(AuditRow audit, RulePack pack) {
        return audit.knownAt().atZone(pack.timeZone()).toLocalDate();
    }

    /** The evaluation of one part of an audit. */
    Open of(AuditRow audit, AuditRow.Part part) {
        return open.get(inputs(audit, part), any -> open(audit, part));
    }

    /**
     * The verdicts of one part of an audit from those of another one's on the same day, perhaps by another edition; empty where
     * that saves nothing.
     *
     * @param was the part of the other one
     * @param verdicts its verdicts
     */
    Optional<BitmapMatrix> renewed(
            AuditRow audit, AuditRow.Part part, AuditRow before, AuditRow.Part was, BitmapMatrix verdicts) {
        Rules compiled = rules.of(part.packDigest());
        Rules old = rules.of(was.packDigest());
        return snapshots
                .atHand(before.facts(), before.digest())
                .flatMap(facts -> compiled.renew(
                        snapshots.prepared(audit.facts(), audit.digest()),
                        terms(audit, part, compiled.pack()),
                        old.judged(facts, terms(before, was, old.pack()), verdicts)));
    }

    private AuditTerms terms(AuditRow audit, AuditRow.Part part, RulePack pack) {
        return new AuditTerms(audit.asOf(), recordedOn(audit, pack), Options.pinned(pack, part.options(), json));
    }

    private Open open(AuditRow audit, AuditRow.Part part) {
        Rules compiled = rules.of(part.packDigest());
        RulePack pack = compiled.pack();
        PreparedFacts facts = snapshots.prepared(audit.facts(), audit.digest());
        return new Open(
                pack,
                compiled.open(facts, terms(audit, part, pack)),
                facts.facts().size() + 1L);
    }
}
