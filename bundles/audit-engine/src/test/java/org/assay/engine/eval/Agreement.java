package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.List;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.matrix.BitmapMatrix;

/** Holds the two evaluators against each other, cell by cell. */
public final class Agreement {
    private static final int SOME = 10;

    private Agreement() {}

    /** Where they differ: the first cells, or something else; empty where they agree. */
    public static List<String> differences(RuleSet rules, NetworkFacts facts, AuditTerms terms) {
        VerdictMatrix interpreted = new Interpreter().open(rules, facts, terms).evaluate(done -> {});
        // Half of the networks are judged in two threads, however small they are
        int many = facts.size() % 2 == 0 ? 0 : Integer.MAX_VALUE;
        Evaluation evaluation = new CompiledEvaluator(many).open(rules, facts, terms);
        BitmapMatrix sets = evaluation.judge(done -> {});
        VerdictMatrix compiled = VerdictMatrix.of(sets);
        List<String> differences = new ArrayList<>();
        note(differences, "size", interpreted.size(), evaluation.size());
        note(differences, "digest", VerdictCodec.digest(interpreted), sets.digest());
        note(differences, "regime", interpreted.regime(), compiled.regime());
        note(differences, "subjects", interpreted.subjects(), compiled.subjects());
        note(
                differences,
                "requirements",
                interpreted.rows().keySet(),
                compiled.rows().keySet());
        interpreted.rows().forEach((id, row) -> {
            VerdictMatrix.Row other = compiled.rows().get(id);
            note(differences, id + " head", row.head(), other.head());
            for (int i = 0; i < row.cells().length; i++) {
                String subject = interpreted.subjectsOf(row).get(i);
                note(differences, id + " " + subject, row.cell(i), other.cell(i));
            }
        });
        return differences;
    }

    private static void note(List<String> differences, String what, Object interpreted, Object compiled) {
        if (!interpreted.equals(compiled) && differences.size() < SOME) {
            differences.add(what + ": interpreted " + interpreted + ", compiled " + compiled);
        }
    }
}
