package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.List;
import org.assay.api.Subject;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.matrix.BitmapMatrix;

/** Holds the two evaluators against each other, cell by cell, and for some subjects word by word. */
public final class Agreement {
    private static final int SOME = 10;
    private static final int SHOWN = 200;
    private static final int EXPLAINED = Integer.getInteger("assay.agreement.explained", 1);
    private static final List<String> LANGUAGES = List.of("en", "de");

    private Agreement() {}

    /** Where they differ: the first cells, or something else; empty where they agree. */
    public static List<String> differences(RuleSet rules, NetworkFacts facts, AuditTerms terms) {
        Evaluation reference = new Interpreter().open(rules, facts, terms);
        VerdictMatrix interpreted = reference.evaluate(done -> {});
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
            List<String> subjects = interpreted.subjectsOf(row);
            for (int i = 0; i < Math.min(EXPLAINED, subjects.size()); i++) {
                int number = (i * Math.max(1, subjects.size() / EXPLAINED) + facts.size()) % subjects.size();
                Subject subject = new Subject(row.head().subjectKind(), subjects.get(number));
                note(
                        differences,
                        id + " " + subject + " explained",
                        reference.explain(id, subject, LANGUAGES),
                        evaluation.explain(id, subject, LANGUAGES));
            }
        });
        return differences;
    }

    private static void note(List<String> differences, String what, Object interpreted, Object compiled) {
        if (!interpreted.equals(compiled) && differences.size() < SOME) {
            String one = interpreted.toString();
            String other = compiled.toString();
            int at = 0;
            while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
                at++;
            }
            differences.add(what + ": interpreted " + near(one, at) + ", compiled " + near(other, at));
        }
    }

    private static String near(String text, int at) {
        return text.substring(Math.max(0, at - SHOWN), Math.min(text.length(), at + SHOWN));
    }
}
