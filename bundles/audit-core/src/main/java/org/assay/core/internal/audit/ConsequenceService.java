package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assay.api.Subject;
import org.assay.core.Audits;
import org.assay.core.CapView;
import org.assay.core.ConsequenceView;
import org.assay.core.Consequences;
import org.assay.core.ReachView;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.internal.pack.RuleSets;
import org.assay.core.store.AuditRow;
import org.assay.engine.consequence.Alternative;
import org.assay.engine.consequence.Alternatives;
import org.assay.engine.consequence.Currency;
import org.assay.engine.consequence.Reach;
import org.assay.engine.consequence.Reached;
import org.assay.engine.consequence.Replacement;
import org.assay.engine.consequence.ReplacementItem;
import org.assay.engine.consequence.Standing;
import org.assay.engine.consequence.Standings;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/** Consequences of audits, worked out from their verdicts when they are asked for. */
final class ConsequenceService implements Consequences {
    /** Rules on the whole network; those on a site or a contract are many and compare other shares. */
    private static final Set<String> WHOLE = Set.of(Kind.NETWORK.word(), Kind.OPERATOR.word());

    private final Audits audits;
    private final Matrices matrices;
    private final Snapshots snapshots;
    private final Evaluations evaluations;
    private final Judgements judgements;

    ConsequenceService(Audits audits, Matrices matrices, Snapshots snapshots, Evaluations evaluations, RuleSets rules) {
        this.audits = audits;
        this.matrices = matrices;
        this.snapshots = snapshots;
        this.evaluations = evaluations;
        this.judgements = new Judgements(audits, rules);
    }

    /** A finished audit with its facts and those of its parts that were asked for. */
    private record Asked(AuditRow row, List<AuditRow.Part> parts, NetworkFacts facts) {}

    private Asked asked(String audit, Set<String> regimes) {
        AuditRow row = matrices.judged(audit).row();
        List<AuditRow.Part> parts = row.parts().stream()
                .filter(part -> regimes.isEmpty() || regimes.contains(part.regime()))
                .toList();
        return new Asked(row, parts, snapshots.of(row.facts(), row.digest()));
    }

    private Judgement judgement(Asked asked, AuditRow.Part part) {
        return judgements.of(asked.row(), part, asked.facts());
    }

    private List<Standings> standings(Asked asked) {
        return asked.parts().stream()
                .map(part -> judgement(asked, part).standings())
                .toList();
    }

    @Override
    public List<ConsequenceView> summary(String audit, Set<String> regimes, Currency currency) {
        Asked asked = asked(audit, regimes);
        return asked.parts().stream()
                .map(part -> view(
                        asked,
                        part,
                        currency,
                        Replacement.items(judgement(asked, part).standings())))
                .toList();
    }

    @Override
    public Priced priced(String audit, Set<String> regimes, Currency currency, byte[] statements) {
        Asked asked = asked(audit, regimes);
        NetworkFacts stated = Statements.in(asked.facts(), statements);
        List<ConsequenceView> views = new ArrayList<>();
        List<ReplacementItem> all = new ArrayList<>();
        for (AuditRow.Part part : asked.parts()) {
            Standings own = judgement(asked, part).standings();
            List<ReplacementItem> items =
                    Replacement.items(new Standings(own.regime(), own.asOf(), stated, own.byComponent()));
            views.add(view(asked, part, currency, items));
            all.addAll(items);
        }
        return new Priced(views, all);
    }

    private ConsequenceView view(Asked asked, AuditRow.Part part, Currency currency, List<ReplacementItem> items) {
        Judgement judgement = judgement(asked, part);
        Standings standings = judgement.standings();
        return new ConsequenceView(
                part.regime(),
                judgement.requirements(),
                judgement.marked(),
                standings.counts(),
                counts(Reach.of(standings)),
                Reach.notDelivered(asked.facts()),
                caps(asked, part).size(),
                Replacement.totals(part.regime(), items, currency),
                judgement.notes());
    }

    private static Map<String, Map<Reached.State, Integer>> counts(List<Reached> reached) {
        Map<String, Map<Reached.State, Integer>> counts = new TreeMap<>();
        reached.forEach(some -> counts.computeIfAbsent(some.kind(), kind -> new EnumMap<>(Reached.State.class))
                .merge(some.state(), 1, Integer::sum));
        return counts;
    }

    @Override
    public List<ReachView> reach(String audit, Set<String> regimes) {
        List<ReachView> all = new ArrayList<>();
        for (Standings standings : standings(asked(audit, regimes))) {
            Reach.of(standings).forEach(reached -> all.add(new ReachView(standings.regime(), reached)));
        }
        // Stable: within a state the regimes keep their order, and within a regime kind and id
        all.sort(Comparator.comparing(view -> view.reached().state()));
        return List.copyOf(all);
    }

    @Override
    public List<ReplacementItem> replacements(String audit, Set<String> regimes) {
        return standings(asked(audit, regimes)).stream()
                .flatMap(standings -> Replacement.items(standings).stream())
                .toList();
    }

    @Override
    public List<Alternative> alternatives(String audit, Set<String> regimes) {
        List<Standings> all = standings(asked(audit, regimes));
        return all.stream()
                .flatMap(standings -> Alternatives.of(standings, all).stream())
                .toList();
    }

    @Override
    public List<CapView> caps(String audit, Set<String> regimes) {
        Asked asked = asked(audit, regimes);
        return asked.parts().stream()
                .flatMap(part -> caps(asked, part).stream())
                .toList();
    }

    private List<CapView> caps(Asked asked, AuditRow.Part part) {
        VerdictFilter filter =
                new VerdictFilter(Set.of(part.regime()), Set.of(), WHOLE, Set.of(), Set.of(), Set.of(), false);
        Map<String, Subject> acting = new TreeMap<>();
        audits.forEachVerdict(asked.row().id(), filter, verdict -> {
            if (verdict.outcome().isFinding()) {
                acting.put(verdict.requirement(), verdict.subject());
            }
        });
        Standings standings = judgement(asked, part).standings();
        List<CapView> caps = new ArrayList<>();
        acting.forEach((requirement, subject) -> evaluations
                .of(asked.row(), part)
                .ask(evaluation -> evaluation.caps(requirement, subject, component -> standings
                        .of(component)
                        .map(Standing::due)))
                .forEach(cap -> caps.add(new CapView(part.regime(), cap))));
        return caps;
    }
}
