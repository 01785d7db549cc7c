package org.assay.core.internal.engine;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.assay.core.CheckReport;
import org.assay.engine.conformance.CheckedPack;
import org.assay.engine.conformance.PackLoader;
import org.assay.engine.conformance.TrialTime;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.dsse.TrustedKeys;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RequirementNeeds;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.fault.FaultException;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;

/** Packs by the engine. */
public final class EnginePacks implements PackEngine {
    private final Supplier<TrustedKeys> trusted;
    private final Clock clock;
    private final Evaluator evaluator;
    private final PackLoader loader;

    /**
     * Makes one.
     *
     * @param trusted asked for every pack that comes, so that keys can be added and revoked while the service runs
     * @param clock tells whether a key counts now
     */
    public EnginePacks(Supplier<TrustedKeys> trusted, Evaluator evaluator, Clock clock) {
        this.trusted = trusted;
        this.clock = clock;
        this.evaluator = evaluator;
        this.loader = new PackLoader(evaluator);
    }

    @Override
    public Verified verify(byte[] envelope) {
        TrustedKeys keys = trusted.get();
        PackEnvelope.Opened opened = PackEnvelope.open(envelope, keys);
        List<String> good = keys.requireNow(opened.signers(), clock.instant());
        RulePack pack = PackReader.read(opened.payload());
        keys.requireFor(good, pack.regime());
        return new Verified(pack, opened.payload());
    }

    @Override
    public Checked check(byte[] payload) {
        return check(payload, TrialTime.ofThisThread(System::nanoTime, ManagementFactory.getThreadMXBean()));
    }

    /** The same in so much time. */
    Checked check(byte[] payload, TrialTime time) {
        CheckedPack checked = tried(payload, time);
        int clauses = checked.pack().requirements().stream()
                .mapToInt(requirement -> requirement.decide().size())
                .sum();
        CheckReport report = new CheckReport(
                checked.pack().requirements().size(), clauses, checked.cases().size(), List.of());
        return new Checked(new Compiled(checked.rules(), evaluator), report);
    }

    private CheckedPack tried(byte[] payload, TrialTime time) {
        try {
            return loader.load(payload, time);
        } catch (FaultException e) {
            throw time.wasUp() ? new TrialOverException(e.faults()) : e;
        }
    }

    @Override
    public Rules compile(byte[] payload) {
        return new Compiled(RuleSet.compile(PackReader.read(payload)), evaluator);
    }

    /** Compiled rules with the evaluator that runs them. */
    private record Compiled(RuleSet rules, Evaluator evaluator) implements Rules {

        @Override
        public RulePack pack() {
            return rules.pack();
        }

        @Override
        public RequirementNeeds needs(String requirement) {
            return rules.needs(requirement);
        }

        @Override
        public SortedSet<String> evidenceKinds() {
            return rules.evidenceKinds();
        }

        @Override
        public Evaluation open(PreparedFacts facts, AuditTerms terms) {
            return evaluator.open(rules, facts, terms);
        }

        @Override
        public Evaluation open(PreparedFacts facts, AuditTerms terms, BooleanSupplier over) {
            return evaluator.open(rules, facts, terms, over);
        }

        @Override
        public Evaluator.Judged judged(PreparedFacts facts, AuditTerms terms, BitmapMatrix verdicts) {
            return new Evaluator.Judged(rules, facts, terms, verdicts);
        }

        @Override
        public Optional<BitmapMatrix> renew(PreparedFacts facts, AuditTerms terms, Evaluator.Judged before) {
            return evaluator.renew(rules, facts, terms, before);
        }
    }
}
