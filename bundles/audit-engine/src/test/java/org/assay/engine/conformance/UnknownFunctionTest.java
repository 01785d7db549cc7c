package org.assay.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.eval.Agreement;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A network function by a name that nobody knows may be any. Where a verdict on a case's component depends on its function,
 * it must be UNKNOWN for a function of such a name, and neither "not applicable" nor "met".
 */
class UnknownFunctionTest {
    private static final List<String> NATIONAL = List.of("de-bsi", "fr-anssi", "uk-ncsc");
    private static final int LEAST = 10;

    static Stream<Path> packs() throws IOException {
        return PackAgreementTest.packs().filter(file -> NATIONAL.stream()
                .anyMatch(regime -> file.getFileName().toString().startsWith(regime)));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void leavesEveryVerdictOpenThatAKnownOneDecides(Path file) throws IOException {
        RulePack pack = PackReader.read(Files.readAllBytes(file));
        RuleSet rules = RuleSet.compile(pack);
        int decided = 0;
        for (Requirement requirement : pack.requirements()) {
            for (Requirement.Case example : requirement.cases()) {
                NetworkFacts facts = new CaseFacts(pack).read(example);
                Subject subject = CaseFacts.subject(requirement, example, facts).orElseThrow();
                if (subject.kind().equals("component")
                        && functions(facts, subject).size() == 1) {
                    decided += decides(rules, requirement, example, facts, subject) ? 1 : 0;
                }
            }
        }
        assertThat(decided).as("cases that a function decides").isGreaterThan(LEAST);
    }

    private static List<?> functions(NetworkFacts facts, Subject subject) {
        return facts.find(Kind.COMPONENT, subject.id()).orElseThrow().list("functions");
    }

    private static boolean decides(
            RuleSet rules, Requirement requirement, Requirement.Case example, NetworkFacts facts, Subject subject) {
        LocalDate day = LocalDate.parse(example.asOf());
        AuditTerms terms = new AuditTerms(day, day, example.options());
        Outcome known = outcome(rules, requirement, facts, subject, terms);
        Outcome none = outcome(rules, requirement, with(facts, subject, "other:door bell"), subject, terms);
        if (known == none) {
            return false;
        }
        NetworkFacts open = with(facts, subject, "GPON-OLT");
        assertThat(outcome(rules, requirement, open, subject, terms))
                .as("%s, %s: %s as it is, %s without the function", requirement.id(), example.name(), known, none)
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(Agreement.differences(rules, open, terms)).isEmpty();
        return true;
    }

    private static Outcome outcome(
            RuleSet rules, Requirement requirement, NetworkFacts facts, Subject subject, AuditTerms terms) {
        var verdict = new CompiledEvaluator().open(rules, facts, terms).explain(requirement.id(), subject, "en");
        Outcome forecast = verdict.forecast();
        return forecast != null ? forecast : verdict.outcome();
    }

    private static NetworkFacts with(NetworkFacts facts, Subject subject, String function) {
        Map<Kind, SortedMap<String, FactRecord>> records = new HashMap<>();
        for (Kind kind : Kind.values()) {
            records.put(kind, new TreeMap<>(facts.all(kind)));
        }
        records.get(Kind.COMPONENT).computeIfPresent(subject.id(), (id, record) -> {
            Map<String, Object> values = new HashMap<>(record.values());
            values.put("functions", new ArrayList<>(List.of(function)));
            return new FactRecord(record.type(), values, record.regimeFacts());
        });
        return new NetworkFacts(records, facts.notDelivered());
    }
}
