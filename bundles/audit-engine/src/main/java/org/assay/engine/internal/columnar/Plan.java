package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.api.Addressee;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Condition;

/**
 * A pack's conditions cut into atoms, of which each is there once however many clauses have it. Immutable and
 * thread-safe; holds no facts.
 *
 * @param parts by kind of subject, in the order of the pack's rules
 */
public record Plan(List<Part> parts) {
    public Plan {
        parts = List.copyOf(parts);
    }

    /**
     * The rules on one kind of subject.
     *
     * @param subject the kind, as requirements name it
     * @param rules its rules
     * @param atoms what their conditions are made of, by number
     */
    public record Part(String subject, List<CutRule> rules, List<Compiled> atoms) {
        public Part {
            rules = List.copyOf(rules);
            atoms = List.copyOf(atoms);
        }
    }

    /**
     * A rule whose conditions are cut.
     *
     * @param rule the rule
     * @param conditions by clause; "otherwise" is always true; empty for a state's own duty, which is not judged
     */
    public record CutRule(CompiledRule rule, List<Condition> conditions) {
        public CutRule {
            conditions = List.copyOf(conditions);
        }
    }

    /** Cuts a pack. */
    public static Plan of(CompiledPack pack) {
        Map<String, Cutter> cutters = new LinkedHashMap<>();
        for (CompiledRule rule : pack.rules()) {
            cutters.computeIfAbsent(rule.requirement().subject(), Cutter::new).cut(rule);
        }
        return new Plan(cutters.values().stream().map(Cutter::part).toList());
    }

    /** Cuts the rules on one kind of subject: only these see the same names. */
    private static final class Cutter {
        private final String subject;
        private final List<CutRule> rules = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Compiled> atoms = new ArrayList<>();

        Cutter(String subject) {
            this.subject = subject;
        }

        void cut(CompiledRule rule) {
            List<Condition> conditions = new ArrayList<>();
            boolean judged = rule.requirement().addressee() != Addressee.STATE;
            for (CompiledRule.CompiledClause clause :
                    judged ? rule.clauses() : List.<CompiledRule.CompiledClause>of()) {
                Compiled when = clause.when();
                conditions.add(when == null ? new Condition.Fixed(true) : Condition.cut(when, this::number));
            }
            rules.add(new CutRule(rule, conditions));
        }

        private int number(String shape, Condition.CutAtom atom) {
            return numbers.computeIfAbsent(shape, s -> {
                atoms.add(atom.compiled());
                return atoms.size() - 1;
            });
        }

        Part part() {
            return new Part(subject, rules, atoms);
        }
    }
}
