package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;

/** Reads a decision list, and checks what its binding class and its outcomes demand of each clause. */
final class ClauseReader {
    private static final Set<Outcome> NEED_REMEDY =
            EnumSet.of(Outcome.FAIL, Outcome.WARN, Outcome.PENDING, Outcome.NOT_ALIGNED);
    private static final int MOST = 100;

    private final Values values;

    ClauseReader(Values values) {
        this.values = values;
    }

    List<Requirement.Clause> decide(Fields requirement, Binding binding) {
        List<YamlNode> nodes = requirement.required("decide").map(values::list).orElse(List.of());
        if (nodes.isEmpty() && requirement.has("decide")) {
            values.faults().add("missing-key", requirement.node(), "the decision list is empty", "Add a clause");
        }
        if (nodes.size() > MOST) {
            values.faults()
                    .add("limit", nodes.get(MOST), "a decision list has more than " + MOST + " clauses", "Split it");
        }
        List<Requirement.Clause> clauses = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Requirement.Clause clause = clause(nodes.get(i), binding);
            order(nodes.get(i), clause, i == nodes.size() - 1);
            clauses.add(clause);
        }
        return clauses;
    }

    private void order(YamlNode node, Requirement.Clause clause, boolean last) {
        if (last && clause.when() != null) {
            String message = "the last clause has a 'when': what holds where no clause does?";
            values.faults().add("clause-order", node, message, "End with a clause without 'when'");
        } else if (!last && clause.when() == null) {
            String message = "a clause without 'when' always holds: those after it are never read";
            values.faults().add("clause-order", node, message, "Move it to the end, or give it a 'when'");
        }
    }

    private Requirement.Clause clause(YamlNode node, Binding binding) {
        Fields fields = Fields.of(
                node,
                values,
                "a clause",
                "when",
                "then",
                "because",
                "remedy",
                "code",
                "due",
                "severity",
                "ask",
                "concerns");
        Outcome then = fields.required("then", this::outcome, Outcome.PASS);
        fields.get("then").ifPresent(word -> bind(word, then, binding));
        demand(fields, then);
        return new Requirement.Clause(
                fields.get("when").map(values::expression).orElse(null),
                then,
                fields.optional("because", values::people, DeclarationReader.NO_TEXT),
                fields.optional("remedy", values::people, DeclarationReader.NO_TEXT),
                fields.optional("code", this::code, ""),
                fields.get("due").map(values::expression).orElse(null),
                fields.get("severity").map(this::severity).orElse(null),
                fields.get("ask").map(values::askFor).orElse(null),
                fields.get("concerns").map(values::expression).orElse(null),
                fields.at());
    }

    private Outcome outcome(YamlNode node) {
        Outcome outcome = values.word(node, Outcome.class, false, Outcome.PASS);
        if (outcome == Outcome.ERROR) {
            String message = "ERROR is what a broken rule gives; no clause says it";
            values.faults().add("bad-value", node, message, "Use REVIEW where a person must judge");
        }
        return outcome;
    }

    private void bind(YamlNode node, Outcome then, Binding binding) {
        boolean binds = binding == Binding.LAW || binding == Binding.CONTRACT;
        if (then == Outcome.FAIL && !binds) {
            String message = "what does not bind cannot fail: this requirement is "
                    + (binding == Binding.ADVISORY ? "advisory" : "a proposal");
            values.faults().add("binding", node, message, "Use NOT_ALIGNED");
        }
        if (then == Outcome.PARTIAL && binding != Binding.ADVISORY) {
            String message = "only an advisory text can be followed in part";
            values.faults().add("binding", node, message, "Use WARN or FAIL, or 'binding: advisory'");
        }
    }

    private void demand(Fields clause, Outcome then) {
        if (then != Outcome.PASS) {
            demand(clause, "because", "missing-reason", then);
        }
        if (NEED_REMEDY.contains(then)) {
            demand(clause, "remedy", "missing-remedy", then);
        }
        if (then == Outcome.UNKNOWN) {
            demand(clause, "ask", "missing-ask", then);
        }
    }

    private void demand(Fields clause, String key, String code, Outcome then) {
        if (!clause.has(key)) {
            String message = "a clause that gives " + then + " needs '" + key + "'";
            values.faults().add(code, clause.node(), message, "Add '" + key + "'");
        }
    }

    private String code(YamlNode node) {
        return values.matching(node, Values.CODE, "Capital letters, digits and _, such as NO_AUTH");
    }

    private Severity severity(YamlNode node) {
        return values.word(node, Severity.class, true, Severity.INFO);
    }
}
