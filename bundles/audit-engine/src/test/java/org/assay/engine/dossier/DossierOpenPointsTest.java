package org.assay.engine.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assay.engine.dossier.DossierDraft.Chapter;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.dossier.DossierDraft.Item;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.intake.Limits;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.junit.jupiter.api.Test;

/** Records of which it is not known whether they belong to a chapter that others need, and what is overdue in a case. */
class DossierOpenPointsTest {
    private static final String NOT_TOLD =
            """
            "components": [
               {"id": "x", "kind": "software", "product": {"name": "good"}, "functions": ["AMF"], "software": {"version": "1"}, "operatedBy": []},
            """;

    private static Chapter good(String pack, String asOf) {
        NetworkReader reader = new NetworkReader(FactModel.core(), Limits.DEFAULT);
        String network =
                DossierTest.NETWORK.replace("\"components\": [", NOT_TOLD).formatted("FR", "Op", "");
        PreparedFacts facts =
                PreparedFacts.of(reader.readJson(new ByteArrayInputStream(network.getBytes(StandardCharsets.UTF_8)))
                        .facts());
        RuleSet rules = RuleSet.compile(PackReader.read(pack.getBytes(StandardCharsets.UTF_8)));
        LocalDate day = LocalDate.parse(asOf);
        DossierDraft draft = new CompiledEvaluator()
                .open(rules, facts, new AuditTerms(day, day, Map.of()))
                .draft("application", "");
        return draft.chapters().stream()
                .filter(chapter -> chapter.key().equals("good"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChapterThatOneOfItsRecordsNeedsIsNeededAndItsFirstListAsksAboutTheOthers() {
        Chapter good = good(DossierTest.PACK, "2026-11-21");
        assertThat(good.doubts()).isEmpty();
        Gap asked = new Gap("authority", "Is it listed?", 1, List.of("component/x/facts.listed"));
        assertThat(good.items())
                .filteredOn(item -> item.gaps().contains(asked))
                .extracting(Item::number)
                .containsExactly("2");
    }

    @Test
    void aCaseTellsWhatIsOverdueInIt() {
        String late = DossierTest.PACK
                .replace(
                        "refused by silence, end: true}",
                        "refused by silence, breach: true}, OUT: {title: out, end: true}")
                .replace(
                        "task: decide}]",
                        "task: decide}, {from: REFUSED, on: evidence.withdrawal, to: OUT, actor: office}]")
                .replace(
                        "2026-12-06: REFUSED}}]",
                        "2026-12-06: REFUSED}}, {given: {evidence: [{id: f, kind: file, received: 2026-10-05},"
                                + " {id: w, kind: withdrawal, received: 2026-12-20, about: [f]}]},"
                                + " states: {2026-12-20: OUT}}]");
        assertThat(overdue(late, "2027-01-10"))
                .containsExactly(new DraftBlock.Step(LocalDate.parse("2026-12-05"), "office", "decide"));
        assertThat(overdue(late, "2026-12-05")).isEmpty();
        assertThat(overdue(DossierTest.PACK, "2027-01-10")).isEmpty();
    }

    private static List<DraftBlock.Step> overdue(String pack, String asOf) {
        LocalDate opened = LocalDate.parse("2026-10-05");
        return good(pack, asOf).items().get(4).blocks().stream()
                .filter(DraftBlock.Table.class::isInstance)
                .flatMap(table -> ((DraftBlock.Table) table).rows().stream())
                .map(row -> Objects.requireNonNull(row.ofCase()))
                .filter(one -> opened.equals(one.opened()))
                .flatMap(one -> one.overdue().stream())
                .toList();
    }
}
