package org.assay.engine.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.api.Severity;
import org.assay.engine.pack.Procedure.Effect;
import org.assay.engine.pack.Procedure.Move;
import org.assay.engine.pack.Procedure.Paper;
import org.assay.engine.pack.Procedure.Trigger;
import org.assay.engine.pack.Procedure.Verb;
import org.jspecify.annotations.Nullable;

/** Reads the moves of a procedure. */
final class MoveReader {
    private static final List<String> HOW = List.of("revoked", "withdrawn", "replaced");
    private static final String STATE_HINT = "Capital letters, digits and _, such as PENDING";

    private final Values values;
    private final Map<String, Expr> actors;

    MoveReader(Values values, Map<String, Expr> actors) {
        this.values = values;
        this.actors = actors;
    }

    Move move(YamlNode node) {
        Fields fields = Fields.of(
                node,
                values,
                "a move",
                "from",
                "on",
                "at",
                "after",
                "when",
                "to",
                "actor",
                "task",
                "chance",
                "severity",
                "keep",
                "needs",
                "effects");
        Trigger trigger = trigger(fields);
        String actor = fields.required("actor", values::text, "");
        return new Move(
                fields.required("from").map(this::states).orElse(List.of()),
                trigger,
                trigger == Trigger.ON ? fields.optional("on", this::evidence, "") : "",
                day(fields, trigger),
                trigger == Trigger.ON ? actors.get(actor) : null,
                fields.get("when").map(values::expression).orElse(null),
                fields.required("to", this::state, ""),
                actor,
                fields.optional("task", values::people, DeclarationReader.NO_TEXT),
                chance(fields),
                severity(fields, trigger),
                keep(fields, trigger),
                fields.list("needs").stream().map(this::paper).toList(),
                fields.list("effects").stream().map(this::effect).toList(),
                fields.at());
    }

    private Trigger trigger(Fields move) {
        List<String> given = Stream.of("on", "at", "after").filter(move::has).toList();
        if (given.size() != 1) {
            String message = given.isEmpty() ? "nothing sets the move off" : "the move has " + given;
            values.faults().add("missing-key", move.node(), message, "Exactly one of on, at, after");
        }
        return given.isEmpty() || given.get(0).equals("on")
                ? Trigger.ON
                : given.get(0).equals("at") ? Trigger.AT : Trigger.AFTER;
    }

    private @Nullable Expr day(Fields move, Trigger trigger) {
        Optional<YamlNode> node =
                switch (trigger) {
                    case ON -> Optional.empty();
                    case AT -> move.get("at");
                    case AFTER -> move.get("after");
                };
        return node.map(values::expression).orElse(null);
    }

    private boolean chance(Fields move) {
        move.get("chance").filter(node -> !move.has("task")).ifPresent(node -> values.faults()
                .add("bad-value", node, "a chance to do what?", "Give the clock its 'task', or leave 'chance' out"));
        return move.optional("chance", values::bool, false);
    }

    private @Nullable Severity severity(Fields move, Trigger trigger) {
        boolean asks = trigger != Trigger.ON && move.has("task");
        move.get("severity").filter(node -> !asks).ifPresent(node -> values.faults()
                .add("bad-value", node, "how grave is what?", "Give the clock its 'task', or leave 'severity' out"));
        return values.severity(move);
    }

    private String keep(Fields move, Trigger trigger) {
        move.get("keep").filter(node -> trigger != Trigger.ON).ifPresent(node -> values.faults()
                .add("bad-value", node, "a clock brings no record that could be kept", "Leave 'keep' out"));
        return move.optional("keep", values::name, "");
    }

    String evidence(YamlNode node) {
        String text = values.text(node);
        if (!text.startsWith(Procedure.EVIDENCE) || text.length() == Procedure.EVIDENCE.length()) {
            values.faults().add("bad-value", node, node.what() + " is no evidence", "evidence.<kind>");
            return "";
        }
        return Procedure.word(text);
    }

    private String state(YamlNode node) {
        return values.matching(node, Values.CODE, STATE_HINT);
    }

    private List<String> states(YamlNode node) {
        return node instanceof YamlNode.Scalar
                ? List.of(state(node))
                : values.list(node).stream().map(this::state).toList();
    }

    private Paper paper(YamlNode node) {
        Fields fields = Fields.of(node, values, "a document", "name", "there");
        return new Paper(
                fields.required("name", values::people, DeclarationReader.NO_TEXT),
                fields.required("there", values::expression, new Expr("", fields.at())));
    }

    private Effect effect(YamlNode node) {
        Fields fields =
                Fields.of(node, values, "an effect", "create", "end", "bound", "keep", "copy", "set", "until", "how");
        List<String> given =
                Stream.of("create", "end", "bound").filter(fields::has).toList();
        if (given.size() != 1) {
            values.faults().add("missing-key", node, "the effect does " + given, "Exactly one of create, end, bound");
        }
        String verb = given.isEmpty() ? "create" : given.get(0);
        demand(fields, verb.equals("end"), "how");
        demand(fields, verb.equals("bound"), "until");
        return new Effect(
                verb.equals("create") ? Verb.CREATE : verb.equals("end") ? Verb.END : Verb.BOUND,
                fields.optional(verb, values::name, ""),
                fields.optional("keep", values::name, ""),
                copied(fields),
                set(fields),
                fields.get("until").map(values::expression).orElse(null),
                fields.optional("how", this::how, ""),
                fields.at());
    }

    private void demand(Fields effect, boolean due, String key) {
        if (due != effect.has(key)) {
            String message = due ? "the effect has no '" + key + "'" : "'" + key + "' says nothing here";
            values.faults().add(due ? "missing-key" : "unknown-key", effect.node(), message, "");
        }
    }

    private String how(YamlNode node) {
        String text = values.text(node);
        if (!HOW.contains(text)) {
            values.faults().add("bad-value", node, node.what() + " is no way to end", Suggest.hint(text, HOW));
        }
        return text;
    }

    private Map<String, List<String>> copied(Fields effect) {
        Map<String, List<String>> copied = new LinkedHashMap<>();
        effect.entries("copy").forEach(entry -> copied.put(values.name(entry.key()), values.texts(entry.value())));
        return copied;
    }

    private Map<String, Expr> set(Fields effect) {
        Map<String, Expr> set = new LinkedHashMap<>();
        effect.entries("set").forEach(entry -> set.put(entry.name(), values.expression(entry.value())));
        return set;
    }
}
