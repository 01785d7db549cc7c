package org.assay.engine.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Outcome;
import org.assay.engine.dossier.DossierDraft.Chapter;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.dossier.DossierDraft.Item;
import org.assay.engine.dossier.DossierDraft.Status;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.intake.Limits;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.procedure.ProcedurePacks;
import org.junit.jupiter.api.Test;

class DossierTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    static final String PACK = ProcedurePacks.HEAD
            + """
            facts:
              - {on: operator, name: seat, type: text, ask: {of: operator, question: {en: "Where is the seat?", fr: "Où est le siège ?"}}}
              - {on: component, name: listed, type: bool, ask: {of: authority, question: "Is it listed?"}}
            procedures:
              filing:
                title: A filing
                source: {act: An act, section: "2", mark: choice}
                opens: [{by: evidence.file, start: PENDING}]
                states: {PENDING: {title: {en: waiting, fr: en attente}}, REFUSED: {title: refused by silence, end: true}}
                moves: [{from: PENDING, after: "addMonths(file.received, 2)", to: REFUSED, actor: office, task: decide}]
                cases: [{given: {evidence: [{id: f, kind: file, received: 2026-10-05}]}, states: {2026-12-04: PENDING, 2026-12-06: REFUSED}}]
            dossiers:
              application:
                title: {en: Application, fr: Demande}
                language: fr
                source: {act: An act, section: "1", mark: choice}
                recipient: The office
                words: {spare: {en: spare, fr: en réserve}}
                chapters: {by: component, when: "component.facts.listed", per: "component.product.name", title: Device, none: Nothing to file}
                items:
                  - number: "1"
                    title: Applicant
                    show: [{fields: [{label: Name, value: operator.name}, {label: Seat, value: operator.facts.seat}, {label: Country, value: operator.country.code, optional: true}]}]
                  - number: "2"
                    title: Device
                    show: [{table: component, columns: [{label: Version, value: component.software.version, ask: {of: supplier, question: {en: Which version?, fr: Quelle version ?}}}, {label: Functions, value: component.functions}]}]
                  - number: "3"
                    title: Who operates it
                    when: "network.country.code == 'FR'"
                    show: [{table: component, each: component.operatedBy, as: party, columns: [{label: Name, value: party.party.name}], none: the operator}]
                  - number: "4"
                    title: Commitment
                    there: "operator.name != 'Nobody'"
                    ask: {of: operator, question: Sign it}
                    show: [{table: evidence.commitment, columns: [{label: Signed, value: commitment.issued}], least: 1, counts: "!(commitment.ended <= asOf)", ask: {of: operator, question: Attach it}}]
                  - number: "5"
                    title: Files
                    show: [{table: evidence.file, cases: filing, ages: [30, 90], columns: [{label: File, value: file, optional: true}]}]
                  - number: "6"
                    title: Verdicts
                    show: [{verdicts: [XX-1]}, {verdicts: ['XX-1'], of: component, when: "component.software.version == '1'"}]
            requirements:
              - id: XX-1
                title: Named
                binding: law
                severity: high
                subject: component
                source: {act: An act, section: "1", mark: choice}
                decide:
                  - {when: "component.product.name == 'good'", then: PASS}
                  - {then: FAIL, because: "it is {component.product.name}", remedy: replace it}
                cases:
                  - {asOf: 2026-01-01, given: {components: [{id: c, product: {name: good}}]}, expect: PASS}
                  - {asOf: 2026-01-01, given: {components: [{id: c, product: {name: bad}}]}, expect: FAIL}
            """;
    static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "net", "name": "Net", "country": "%s", "timeZone": "Europe/Paris"},
             "operator": {"id": "o", "name": "%s"},
             "suppliers": [{"id": "s", "name": "Serve"}],
             "components": [
               {"id": "a", "kind": "software", "product": {"name": "good"}, "functions": ["AMF"], "software": {"version": "1"}, "operatedBy": [{"party": "s", "roles": ["supervision"]}], "facts": {"xx-test": {"listed": true}}},
               {"id": "b", "kind": "software", "product": {"name": "good"}, "functions": ["AMF"], "software": {"version": "1"}, "operatedBy": [{"party": "s", "roles": ["supervision"]}], "facts": {"xx-test": {"listed": true}}},
               {"id": "c", "kind": "software", "product": {"name": "bad"}, "functions": ["UPF"], "operatedBy": [], "facts": {"xx-test": {"listed": true}}},
               {"id": "d", "kind": "software", "product": {"name": "open"}, "functions": []},
               {"id": "e", "kind": "software", "product": {"name": "out"}, "functions": [], "facts": {"xx-test": {"listed": false}}}],
             "evidence": [{"id": "f", "kind": "file", "received": "2026-10-05"}, {"id": "late", "kind": "file", "received": "2026-11-30"}%s],
             "contracts": [], "orders": []}
            """;

    private static DossierDraft draft(Evaluator evaluator, String language, String country, String name, String more) {
        NetworkReader reader = new NetworkReader(FactModel.core(), Limits.DEFAULT);
        byte[] network = NETWORK.formatted(country, name, more).getBytes(StandardCharsets.UTF_8);
        RuleSet rules = RuleSet.compile(PackReader.read(PACK.getBytes(StandardCharsets.UTF_8)));
        PreparedFacts facts = PreparedFacts.of(
                reader.readJson(new ByteArrayInputStream(network)).facts());
        return evaluator.open(rules, facts, new AuditTerms(DAY, DAY, Map.of())).draft("application", language);
    }

    private static DossierDraft draft() {
        return draft(new CompiledEvaluator(), "", "FR", "Op", "");
    }

    private static Item item(DossierDraft draft, String key, String number) {
        Chapter chapter = draft.chapters().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        return chapter.items().stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static DraftBlock.Table table(Item item) {
        return item.blocks().stream()
                .filter(DraftBlock.Table.class::isInstance)
                .map(DraftBlock.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recordsOfOneKeyMakeOneChapterAndWhatDoesNotBelongMakesNone() {
        assertThat(draft().chapters()).extracting(Chapter::key).containsExactly("bad", "good", "open");
    }

    @Test
    void aChapterOfWhichItIsNotKnownWhetherItIsNeededSaysWhomToAsk() {
        DossierDraft draft = draft();
        assertThat(draft.chapters().get(2).doubts())
                .containsExactly(new Gap("authority", "Is it listed?", 1, List.of("component/d/facts.listed")));
        assertThat(draft.chapters().get(1).doubts()).isEmpty();
        assertThat(draft.complete()).isFalse();
    }

    @Test
    void aNeededValueThatIsMissingMakesTheItemIncompleteAndAnOptionalOneDoesNot() {
        Item item = item(draft(), "good", "1");
        assertThat(item.status()).isEqualTo(Status.INCOMPLETE);
        assertThat(item.gaps())
                .containsExactly(new Gap("operator", "Où est le siège ?", 1, List.of("operator/o/facts.seat")));
        assertThat(((DraftBlock.Fields) item.blocks().get(0)).fields())
                .extracting(field -> field.cell().known())
                .containsExactly(true, false, false);
    }

    @Test
    void rowsThatLookAlikeAreOneWithTheirNumber() {
        DraftBlock.Table table = table(item(draft(), "good", "2"));
        assertThat(table.total()).isEqualTo(2);
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.count()).isEqualTo(2);
            assertThat(row.cells()).extracting(DraftBlock.Cell::value).containsExactly("1", List.of("AMF"));
        });
    }

    @Test
    void theTemplatesOwnQuestionGoesBeforeThatOfTheFactInTheLanguageOfTheDraft() {
        assertThat(item(draft(), "bad", "2").gaps())
                .containsExactly(new Gap("supplier", "Quelle version ?", 1, List.of("component/c/software.version")));
        assertThat(item(draft(new CompiledEvaluator(), "en", "FR", "Op", ""), "bad", "2")
                        .gaps())
                .extracting(Gap::question)
                .containsExactly("Which version?");
    }

    @Test
    void aFactIsAskedForInTheLanguageOfTheDraftAndElseInEnglish() {
        for (String language : List.of("en", "de")) {
            assertThat(item(draft(new CompiledEvaluator(), language, "FR", "Op", ""), "good", "1")
                            .gaps())
                    .extracting(Gap::question)
                    .containsExactly("Where is the seat?");
        }
    }

    @Test
    void evidenceIsShownByItsDays() {
        String signed = ", {\"id\": \"x\", \"kind\": \"commitment\", \"issued\": \"2026-03-02\"}"
                + ", {\"id\": \"y\", \"kind\": \"commitment\", \"issued\": \"2024-05-06\"}"
                + ", {\"id\": \"z\", \"kind\": \"commitment\", \"issued\": \"2025-07-08\"}";
        DraftBlock.Table table = table(item(draft(new CompiledEvaluator(), "", "FR", "Op", signed), "good", "4"));
        assertThat(table.rows())
                .extracting(row -> String.valueOf(row.cells().get(0).value()))
                .containsExactly("2024-05-06", "2025-07-08", "2026-03-02");
    }

    @Test
    void anItemWhoseConditionDoesNotHoldIsNotNeeded() {
        assertThat(item(draft(new CompiledEvaluator(), "", "DE", "Op", ""), "good", "3")
                        .status())
                .isEqualTo(Status.NOT_NEEDED);
        DraftBlock.Table table = table(item(draft(), "good", "3"));
        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells().get(0).value()).isEqualTo("Serve"));
        assertThat(table(item(draft(), "bad", "3")).rows()).isEmpty();
    }

    @Test
    void whatTheItemDemandsAndIsNotThereIsAskedFor() {
        assertThat(item(draft(), "good", "4").gaps()).extracting(Gap::question).containsExactly("Attach it");
        String commitment = ", {\"id\": \"k\", \"kind\": \"commitment\", \"issued\": \"2026-11-01\"}";
        assertThat(item(draft(new CompiledEvaluator(), "", "FR", "Op", commitment), "good", "4")
                        .status())
                .isEqualTo(Status.COMPLETE);
        assertThat(item(draft(new CompiledEvaluator(), "", "FR", "Nobody", commitment), "good", "4")
                        .gaps())
                .extracting(Gap::question)
                .containsExactly("Sign it");
        String over = commitment.replace("}", ", \"ended\": \"2026-11-10\"}");
        assertThat(item(draft(new CompiledEvaluator(), "", "FR", "Op", over), "good", "4")
                        .gaps())
                .extracting(Gap::question)
                .containsExactly("Attach it");
    }

    @Test
    void casesAreToldWithStateAgeAndNextDayAndCountedByAge() {
        Item item = item(draft(), "good", "5");
        DraftBlock.Ages ages = (DraftBlock.Ages) item.blocks().get(0);
        assertThat(ages.rows())
                .extracting(DraftBlock.AgeRow::state, DraftBlock.AgeRow::counts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("PENDING", List.of(0L, 1L, 0L)),
                        org.assertj.core.groups.Tuple.tuple("REFUSED", List.of(0L, 0L, 0L)));
        assertThat(table(item).rows())
                .singleElement()
                .extracting(DraftBlock.Row::ofCase)
                .isEqualTo(new DraftBlock.Case(
                        "PENDING",
                        "en attente",
                        LocalDate.parse("2026-10-05"),
                        false,
                        47,
                        LocalDate.parse("2026-12-05"),
                        "office",
                        "decide",
                        List.of()));
    }

    @Test
    void verdictsOfTheChaptersOwnRecordsAreCountedAndFindingsGiveTheirReason() {
        DraftBlock.Verdicts bad =
                (DraftBlock.Verdicts) item(draft(), "bad", "6").blocks().get(0);
        assertThat(bad.lines()).singleElement().satisfies(line -> {
            assertThat(line.counts()).containsExactly(Map.entry(Outcome.FAIL, 1L));
            assertThat(line.findings())
                    .singleElement()
                    .extracting(DraftBlock.Finding::because)
                    .isEqualTo("it is bad");
        });
        DraftBlock.Verdicts good =
                (DraftBlock.Verdicts) item(draft(), "good", "6").blocks().get(0);
        assertThat(good.lines().get(0).counts()).containsExactly(Map.entry(Outcome.PASS, 2L));
    }

    @Test
    void ofVerdictsOnlyThoseAreShownThatTheTemplateWantsAndWhatCannotBeToldIsAskedFor() {
        DraftBlock.Verdicts good =
                (DraftBlock.Verdicts) item(draft(), "good", "6").blocks().get(1);
        assertThat(good.lines().get(0).counts()).containsExactly(Map.entry(Outcome.PASS, 2L));
        Item bad = item(draft(), "bad", "6");
        assertThat(((DraftBlock.Verdicts) bad.blocks().get(1)).lines().get(0).counts())
                .isEmpty();
        assertThat(bad.gaps()).flatExtracting(Gap::paths).containsExactly("component/c/software.version");
    }

    @Test
    void bothEvaluatorsDraftTheSame() {
        assertThat(draft(new Interpreter(), "", "FR", "Op", "")).isEqualTo(draft());
    }

    @Test
    void aDossierThatThePackDoesNotHaveIsRefused() {
        RuleSet rules = RuleSet.compile(
                PackReader.read(PACK.replace("application:", "other:").getBytes(StandardCharsets.UTF_8)));
        byte[] network = NETWORK.formatted("FR", "Op", "").getBytes(StandardCharsets.UTF_8);
        PreparedFacts facts = PreparedFacts.of(new NetworkReader(FactModel.core(), Limits.DEFAULT)
                .readJson(new ByteArrayInputStream(network))
                .facts());
        var evaluation = new CompiledEvaluator().open(rules, facts, new AuditTerms(DAY, DAY, Map.of()));
        assertThatThrownBy(() -> evaluation.draft("application", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("xx-test has no dossier 'application'");
    }
}
