package org.assay.engine.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.engine.dossier.DossierDraft.Status;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactModel;
import org.assay.engine.intake.Limits;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.junit.jupiter.api.Test;

/** What one component of a chapter has, the others of it do not have by that. */
class DossierLeastTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final String OLD =
            "show: [{table: evidence.commitment, columns: [{label: Signed, value: commitment.issued}],";
    private static final String PACK = DossierTest.PACK
            .replace(
                    OLD,
                    "show: [{table: component, each: \"evidenceFor(component, 'commitment')\", as: paper,"
                            + " columns: [{label: Signed, value: paper.issued}],")
            .replace("!(commitment.ended <= asOf)", "!(paper.ended <= asOf)");

    private static DossierDraft.Item commitment(String papers) {
        NetworkReader reader = new NetworkReader(FactModel.core(), Limits.DEFAULT);
        byte[] network = DossierTest.NETWORK.formatted("FR", "Op", papers).getBytes(StandardCharsets.UTF_8);
        RuleSet rules = RuleSet.compile(PackReader.read(PACK.getBytes(StandardCharsets.UTF_8)));
        PreparedFacts facts = PreparedFacts.of(
                reader.readJson(new ByteArrayInputStream(network)).facts());
        return new CompiledEvaluator()
                .open(rules, facts, new AuditTerms(DAY, DAY, Map.of())).draft("application", "").chapters().stream()
                        .filter(one -> one.key().equals("good"))
                        .flatMap(one -> one.items().stream())
                        .filter(one -> one.number().equals("4"))
                        .findFirst()
                        .orElseThrow();
    }

    private static String paper(String id, String more) {
        return ", {\"id\": \"%s\", \"kind\": \"commitment\", \"issued\": \"2026-01-05\", %s}".formatted(id, more);
    }

    @Test
    void aRecordOfOneComponentIsNoneOfTheOther() {
        DossierDraft.Item one = commitment(paper("p", "\"scope\": {\"components\": [\"a\"]}"));
        assertThat(one.status()).isEqualTo(Status.INCOMPLETE);
        assertThat(one.gaps()).extracting(gap -> gap.question()).isEqualTo(List.of("Attach it"));
    }

    @Test
    void oneThatNamesBothOrOneForEachIsEnough() {
        assertThat(commitment(paper("p", "\"scope\": {\"components\": [\"a\", \"b\"]}"))
                        .status())
                .isEqualTo(Status.COMPLETE);
        assertThat(commitment(paper("p", "\"scope\": {\"components\": [\"a\"]}")
                                + paper("q", "\"scope\": {\"components\": [\"b\"]}"))
                        .status())
                .isEqualTo(Status.COMPLETE);
    }

    @Test
    void oneThatIsOverCountsForNone() {
        assertThat(commitment(paper("p", "\"scope\": {\"components\": [\"a\"]}")
                                + paper("q", "\"ended\": \"2026-02-01\", \"scope\": {\"components\": [\"b\"]}"))
                        .status())
                .isEqualTo(Status.INCOMPLETE);
    }
}
