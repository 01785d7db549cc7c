package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.BitmapRow;

/** Holds renewed verdicts against those of a whole evaluation, and counts how many there were. */
final class Renewals {
    private static final CompiledEvaluator EVALUATOR = new CompiledEvaluator();

    private int renewed;
    private int kept;
    private int changed;

    /** The changes of which verdicts were renewed, and not all judged again. */
    int renewed() {
        return renewed;
    }

    /** The requirements that were not judged as a whole then. */
    int kept() {
        return kept;
    }

    /** The changes among them that changed a verdict. */
    int changed() {
        return changed;
    }

    void check(String what, RuleSet rules, PreparedFacts facts, AuditTerms terms, Evaluator.Judged before) {
        Renewal renewal = EVALUATOR.renewal(rules, facts, terms, before);
        Optional<BitmapMatrix> found = renewal.verdicts();
        if (found.isEmpty()) {
            return;
        }
        BitmapMatrix whole =
                EVALUATOR.open(rules, PreparedFacts.of(facts.facts()), terms).judge(done -> {});
        renewed++;
        kept += whole.rows().size() - renewal.whole().size();
        changed += before.verdicts().digest().equals(whole.digest()) ? 0 : 1;
        assertThat(found.get().digest()).as(what).isEqualTo(whole.digest());
        assertThat(found.get().counts()).as(what).isEqualTo(whole.counts());
        assertThat(found.get().rows().keySet()).as(what).isEqualTo(whole.rows().keySet());
        assertThat(found.get().subjects()).as(what).isEqualTo(whole.subjects());
        whole.rows().forEach((id, row) -> {
            BitmapRow renewedRow = found.get().rows().get(id);
            assertThat(renewedRow.head()).as(what).isEqualTo(row.head());
            assertThat(renewedRow.counts()).as(what).isEqualTo(row.counts());
        });
    }
}
