package org.assay.core.internal.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.api.Binding;
import org.assay.core.Audits;
import org.assay.core.Finding;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.core.internal.pack.RuleSets;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.store.AuditRow;
import org.assay.engine.consequence.Standing;
import org.assay.engine.consequence.Standings;
import org.assay.engine.consequence.Trust;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.Requirement;

/** Which components the regimes of an audit do not trust, read from its verdicts. Thread-safe. */
final class Judgements {
    private static final long KEPT_COMPONENTS = 500_000;

    /** An explanation names no more components than this. */
    private static final int MAX_CONCERNS = 1_000;

    private final Audits audits;
    private final RuleSets rules;
    private final BoundedCache<List<String>, Judgement> read = new BoundedCache<>(
            KEPT_COMPONENTS, judgement -> judgement.standings().byComponent().size() + 1L);

    Judgements(Audits audits, RuleSets rules) {
        this.audits = audits;
        this.rules = rules;
    }

    /** By the verdicts of one part of a finished audit. */
    Judgement of(AuditRow audit, AuditRow.Part part, NetworkFacts facts) {
        return read.get(List.of(audit.id(), part.regime()), any -> read(audit, part, facts));
    }

    private Judgement read(AuditRow audit, AuditRow.Part part, NetworkFacts facts) {
        List<Requirement> all = rules.of(part.packDigest()).pack().requirements();
        boolean marked = all.stream().anyMatch(Requirement::removal);
        List<Requirement> speaking = all.stream()
                .filter(some -> marked ? some.removal() : binds(some))
                .toList();
        Reading reading = new Reading(facts, marked);
        for (Requirement requirement : speaking) {
            VerdictFilter filter = new VerdictFilter(
                    Set.of(part.regime()), Set.of(requirement.id()), Set.of(), Set.of(), Set.of(), Set.of(), false);
            boolean named = !requirement.subject().equals(Kind.COMPONENT.word())
                    && !requirement.subject().equals(Kind.SUPPLIER.word());
            if (named) {
                audits.forEachFinding(audit.id(), filter, reading::concerned);
            } else {
                audits.forEachVerdict(audit.id(), filter, reading::verdict);
            }
        }
        return new Judgement(
                new Standings(part.regime(), audit.asOf(), facts, reading.found),
                speaking.stream().map(Requirement::id).sorted().toList(),
                marked,
                reading.notes);
    }

    private static boolean binds(Requirement requirement) {
        boolean law = requirement.binding() == Binding.LAW || requirement.binding() == Binding.CONTRACT;
        return law && requirement.subject().equals(Kind.COMPONENT.word());
    }

    /** Verdicts as they are read. */
    private static final class Reading {
        private final NetworkFacts facts;
        private final boolean marked;
        private final SortedMap<String, Standing> found = new TreeMap<>();
        private final List<String> notes = new ArrayList<>();
        private final Map<String, Set<String>> bySupplier = new HashMap<>();

        Reading(NetworkFacts facts, boolean marked) {
            this.facts = facts;
            this.marked = marked;
        }

        void verdict(Verdict verdict) {
            boolean supplier = verdict.subject().kind().equals(Kind.SUPPLIER.word());
            add(
                    verdict,
                    supplier
                            ? componentsOf(verdict.subject().id())
                            : Set.of(verdict.subject().id()));
        }

        void concerned(Finding finding) {
            if (finding.concerns().size() >= MAX_CONCERNS) {
                notes.add(finding.verdict().requirement() + " on "
                        + finding.verdict().subject().kind() + " "
                        + finding.verdict().subject().id() + " names its first " + MAX_CONCERNS
                        + " components only; there may be more");
            }
            add(finding.verdict(), new HashSet<>(finding.concerns()));
        }

        private void add(Verdict verdict, Set<String> components) {
            trust(verdict)
                    .ifPresent(trust -> components.forEach(component -> found.merge(
                            component, Standing.of(trust, verdict.due(), verdict.requirement()), Standing::and)));
        }

        private Optional<Trust> trust(Verdict verdict) {
            return switch (verdict.outcome()) {
                case FAIL, NOT_ALIGNED -> Optional.of(Trust.UNTRUSTED);
                case PENDING -> marked ? Optional.of(Trust.AHEAD) : Optional.empty();
                case WARN -> marked && verdict.due() != null ? Optional.of(Trust.AHEAD) : Optional.empty();
                case REVIEW, UNKNOWN, PARTIAL, ERROR -> Optional.of(Trust.OPEN);
                case PASS, NOT_APPLICABLE -> Optional.empty();
            };
        }

        private Set<String> componentsOf(String supplier) {
            if (bySupplier.isEmpty()) {
                facts.all(Kind.COMPONENT).forEach((id, component) -> Standings.suppliersOf(component)
                        .forEach(one -> bySupplier
                                .computeIfAbsent(one, any -> new HashSet<>())
                                .add(id)));
            }
            return bySupplier.getOrDefault(supplier, Set.of());
        }
    }
}
