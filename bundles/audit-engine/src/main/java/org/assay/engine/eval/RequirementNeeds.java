package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.facts.Ask;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.FactReads;
import org.assay.engine.internal.world.PackSchema;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;

/**
 * What a requirement has to be told before it can be decided, whatever the network.
 *
 * @param facts paths of the facts that it may read, such as {@code component.software.version}, sorted
 * @param evidence the kinds of evidence that it may ask for, sorted
 * @param questions whom to ask what where one of them, or a legal text, is missing
 */
public record RequirementNeeds(List<String> facts, List<String> evidence, List<Question> questions) {
    private static final String EVIDENCE = "evidence";

    public RequirementNeeds {
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
        questions = List.copyOf(questions);
    }

    /**
     * A question.
     *
     * @param path a fact's; or {@code evidence:<kind>}, {@code reference:<table>}, or {@code text} for that of the law
     * @param ask whom to ask what
     */
    public record Question(String path, Ask ask) {}

    static RequirementNeeds of(CompiledPack pack, CompiledRule rule) {
        FactReads reads = FactReads.of(pack, rule);
        List<Question> questions = new ArrayList<>(asked(rule.requirement()));
        reads.facts().forEach(path -> written(pack.schema(), path, reads.evidence())
                .forEach(ask -> questions.add(new Question(path, ask))));
        String about = rule.requirement().subject().split("\\.")[0] + " …";
        reads.evidence()
                .forEach(kind ->
                        questions.add(new Question(EVIDENCE + ":" + kind, PackSchema.askOfEvidence(kind, about))));
        reads.tables().stream()
                .filter(table -> isOpen(pack.pack(), table))
                .forEach(table -> questions.add(
                        new Question("reference:" + table, pack.schema().askOfTable(table))));
        return new RequirementNeeds(
                List.copyOf(reads.facts()),
                List.copyOf(reads.evidence()),
                questions.stream().distinct().toList());
    }

    /** What its clauses ask themselves. */
    private static List<Question> asked(Requirement requirement) {
        List<Question> questions = new ArrayList<>();
        for (Requirement.Clause clause : requirement.decide()) {
            Ask ask = clause.ask();
            if (ask != null) {
                boolean whole = ask.fact().contains(":") || ask.fact().equals("text");
                String path = whole ? ask.fact() : requirement.subject().split("\\.")[0] + "." + ask.fact();
                questions.add(new Question(path, ask));
            }
        }
        return questions;
    }

    /** Of evidence, each kind may have a question of its own. */
    private static List<Ask> written(PackSchema schema, String path, SortedSet<String> kinds) {
        int dot = path.indexOf('.');
        String kind = path.substring(0, dot);
        SortedSet<String> on = new TreeSet<>(List.of(kind));
        if (kind.equals(EVIDENCE)) {
            kinds.forEach(some -> on.add(EVIDENCE + "." + some));
        }
        return on.stream()
                .flatMap(some -> schema.written(some, path.substring(dot + 1)).stream())
                .distinct()
                .toList();
    }

    /** Whether a look-up in a table may be unknown. */
    private static boolean isOpen(RulePack pack, String name) {
        RulePack.Reference table = pack.reference().get(name);
        return table != null && (!table.complete() || table.rows().stream().anyMatch(RulePack.Row::unsure));
    }
}
