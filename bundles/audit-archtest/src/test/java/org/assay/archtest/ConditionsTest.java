package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.conformance.TrialRunner;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.PackReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The French conditions: the case and the requirement that judge the same terms say the same on each day. */
class ConditionsTest {
    private static final Path PACK =
            Path.of(System.getProperty("assay.bundles", ".."), "regime-fr-anssi/src/main/packs/fr-anssi-2026.1.0.yaml");
    private static final LocalDate FIRST = LocalDate.parse("2026-06-27");
    private static final int DAYS = 12;
    private static final Map<String, Set<Outcome>> MEANING = Map.of(
            "CONDITIONS_RUNNING", Set.of(Outcome.PENDING),
            "CONDITIONS_MET", Set.of(Outcome.PASS),
            "CONDITIONS_MET_LATE", Set.of(Outcome.PASS),
            "DAY_NOT_TOLD", Set.of(Outcome.UNKNOWN, Outcome.FAIL),
            "IRREGULAR", Set.of(Outcome.FAIL));

    private static RuleSet rules;

    @BeforeAll
    static void compile() throws IOException {
        rules = RuleSet.compile(PackReader.read(Files.readAllBytes(PACK)));
    }

    /** Terms as {@code due/done}, either left out by a dash; with a space between them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-30/-",
                "2026-06-30/2026-06-29",
                "2026-06-30/2026-06-30",
                "2026-06-30/2026-07-01",
                "2026-06-30/2026-07-02",
                "2026-06-29/- 2026-07-01/2026-07-03",
                "2026-06-29/2026-07-03 2026-06-30/2026-07-05",
                "2026-06-28/2026-06-30 2026-07-04/-",
                "2026-06-28/2026-06-27 2026-07-04/2026-07-01",
                "-/-",
                "-/2026-06-30",
                "-/2026-07-02 2026-06-30/-",
                "2022-01-01/-",
            })
    void theCaseAndTheRequirementAgreeOnEachDay(String terms) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            Evaluation evaluation = open(terms, day);
            String state = evaluation.cases().stream()
                    .filter(one -> one.procedure().equals("conditions"))
                    .map(one -> one.state().orElse("UNKNOWN"))
                    .findFirst()
                    .orElse("NONE");
            Outcome outcome = evaluation
                    .explain("FR-R20-29-13-COND", new Subject("evidence.authorisation", "a"), "en")
                    .outcome();
            told.add(day + " " + state + " " + outcome);
            assertThat(Optional.ofNullable(MEANING.get(state)).orElse(Set.of()))
                    .as(String.join(", ", told))
                    .contains(outcome);
        }
    }

    private static Evaluation open(String terms, LocalDate day) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.putAll(Map.of(
                "network", Map.of("country", "FR"),
                "operator", Map.of("id", "hexa", "facts", facts("oivTelecom", true)),
                "components", List.of(station()),
                "evidence", List.of(authorisation(terms))));
        PreparedFacts facts = PreparedFacts.of(TrialRunner.facts(rules.pack(), given));
        return new CompiledEvaluator().open(rules, facts, new AuditTerms(day, day, Map.of()));
    }

    private static Map<String, Object> facts(String name, Object value) {
        return Map.of("fr-anssi", Map.of(name, value));
    }

    private static Map<String, Object> station() {
        Map<String, Object> own = Map.of("networkUse", "public", "configurable", true, "nonSpecialised", false);
        return Map.of(
                "id",
                "c",
                "domain",
                "ran",
                "functions",
                List.of("gNB"),
                "generations",
                List.of("5G"),
                "product",
                Map.of("brand", "Nokia", "name", "AirScale"),
                "status",
                "in-service",
                "firstUse",
                "2021-03-01",
                "facts",
                Map.of("fr-anssi", own));
    }

    private static Map<String, Object> authorisation(String terms) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (String term : terms.split(" ", -1)) {
            String[] days = term.split("/", -1);
            Map<String, Object> record = new LinkedHashMap<>(Map.of("text", "log"));
            put(record, "due", days[0]);
            put(record, "done", days[1]);
            records.add(record);
        }
        return Map.of(
                "id", "a",
                "kind", "authorisation",
                "holder", "hexa",
                "issued", "2020-07-10",
                "validFrom", "2020-07-15",
                "validUntil", "2028-07-14",
                "terms", records,
                "scope", Map.of("products", List.of("AirScale")),
                "facts", facts("perimeter", "national"));
    }

    private static void put(Map<String, Object> record, String name, String day) {
        if (!day.equals("-")) {
            record.put(name, day);
        }
    }
}
