package org.assay.engine.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.engine.pack.Procedure.Opening;
import org.assay.engine.pack.Procedure.State;
import org.assay.engine.pack.Procedure.Trial;

/** Reads the procedures of a pack, and checks their states and moves against each other. */
final class ProcedureReader {
    private static final Pattern SUBJECT =
            Pattern.compile("component|supplier|site|contract|operator|evidence\\.[A-Za-z][A-Za-z0-9]*");
    private static final Pattern EXPECTED =
            Pattern.compile("[A-Z][A-Z0-9_]{0,62}( until ([0-9]{4}-[0-9]{2}-[0-9]{2}( asked| idle)?|none))?");
    private static final String STATE_HINT = "Capital letters, digits and _, such as PENDING";

    private final Values values;
    private final RequirementReader requirements;
    private final CaseReader cases;

    ProcedureReader(Values values, RequirementReader requirements, CaseReader cases) {
        this.values = values;
        this.requirements = requirements;
        this.cases = cases;
    }

    List<Procedure> procedures(Fields pack) {
        List<Procedure> procedures = new ArrayList<>();
        for (YamlNode.Entry entry : pack.entries("procedures")) {
            procedures.add(procedure(values.name(entry.key()), entry.value()));
        }
        return procedures;
    }

    private Procedure procedure(String name, YamlNode node) {
        Fields fields = Fields.of(
                node,
                values,
                "a procedure",
                "title",
                "source",
                "severity",
                "actors",
                "opens",
                "effective",
                "states",
                "moves",
                "cases");
        Map<String, State> states = states(fields);
        List<YamlNode> moves = fields.required("moves").map(values::list).orElse(List.of());
        Map<String, Expr> actors = actors(fields);
        MoveReader reader = new MoveReader(values, actors);
        Procedure procedure = new Procedure(
                name,
                fields.required("title", values::people, DeclarationReader.NO_TEXT),
                requirements.source(fields),
                values.severity(fields),
                openings(fields, actors),
                effective(fields, reader),
                states,
                moves.stream().map(reader::move).toList(),
                fields.list("cases").stream().map(this::trial).toList(),
                fields.at());
        new ProcedureShape(values.faults(), procedure).check();
        checkActors(fields, procedure);
        checkEffective(fields, procedure);
        return procedure;
    }

    /** Whose records count, by the actors' names. */
    private Map<String, Expr> actors(Fields procedure) {
        Map<String, Expr> actors = new LinkedHashMap<>();
        procedure
                .entries("actors")
                .forEach(entry -> actors.put(values.text(entry.key()), values.expression(entry.value())));
        return actors;
    }

    /** Whose records open or move cases. */
    private static Set<String> acting(Procedure procedure) {
        Stream<String> opening =
                procedure.openings().stream().map(Opening::actor).filter(actor -> !actor.isEmpty());
        Stream<String> moving =
                procedure.moves().stream().filter(move -> !move.isClock()).map(Procedure.Move::actor);
        return Stream.concat(opening, moving).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void checkActors(Fields fields, Procedure procedure) {
        Set<String> known = acting(procedure);
        for (YamlNode.Entry entry : fields.entries("actors")) {
            if (!known.contains(entry.name())) {
                String message = "no record of '" + Suggest.shorten(entry.name()) + "' opens or moves a case";
                values.faults().add("unknown-actor", entry.key(), message, Suggest.hint(entry.name(), known));
            }
        }
    }

    /** From which day on records move a case, by their kind. */
    private Map<String, Expr> effective(Fields procedure, MoveReader reader) {
        Map<String, Expr> effective = new LinkedHashMap<>();
        procedure
                .entries("effective")
                .forEach(entry -> effective.put(reader.evidence(entry.key()), values.expression(entry.value())));
        return effective;
    }

    private void checkEffective(Fields fields, Procedure procedure) {
        List<String> known = procedure.kinds().stream()
                .map(kind -> Procedure.EVIDENCE + kind)
                .toList();
        for (YamlNode.Entry entry : fields.entries("effective")) {
            if (entry.name().startsWith(Procedure.EVIDENCE) && !known.contains(entry.name())) {
                String message = "no move waits for '" + Suggest.shorten(entry.name()) + "'";
                values.faults().add("unknown-kind", entry.key(), message, Suggest.hint(entry.name(), known));
            }
        }
    }

    private List<Opening> openings(Fields procedure, Map<String, Expr> actors) {
        List<YamlNode> nodes = procedure.required("opens").map(values::list).orElse(List.of());
        if (nodes.isEmpty() && procedure.has("opens")) {
            values.faults().add("missing-key", procedure.node(), "nothing opens a case", "Add an entry to 'opens'");
        }
        return nodes.stream().map(node -> opening(node, actors)).toList();
    }

    private Opening opening(YamlNode node, Map<String, Expr> actors) {
        Fields fields = Fields.of(node, values, "an opening", "by", "actor", "when", "from", "start", "keep", "own");
        String subject = fields.required("by", this::subject, "");
        if (!subject.startsWith(Procedure.EVIDENCE) && !fields.has("from")) {
            String message = "on which day does a case of a " + subject + " begin?";
            values.faults().add("missing-key", node, message, "Add 'from', an expression that gives a date");
        }
        if (!subject.startsWith(Procedure.EVIDENCE) && fields.has("actor")) {
            values.faults().add("unknown-key", node, "a " + subject + " is nobody's record", "Leave 'actor' out");
        }
        String actor = fields.optional("actor", values::text, "");
        return new Opening(
                subject,
                actor,
                actors.get(actor),
                fields.get("when").map(values::expression).orElse(null),
                fields.get("from").map(values::expression).orElse(null),
                fields.required("start", this::state, ""),
                fields.optional("keep", values::name, Procedure.word(subject)),
                fields.optional("own", values::bool, false),
                fields.at());
    }

    private String subject(YamlNode node) {
        return values.matching(node, SUBJECT, "component, supplier, site, contract, operator or evidence.<kind>");
    }

    String state(YamlNode node) {
        return values.matching(node, Values.CODE, STATE_HINT);
    }

    private Map<String, State> states(Fields procedure) {
        Map<String, State> states = new LinkedHashMap<>();
        procedure.required("states");
        for (YamlNode.Entry entry : procedure.entries("states")) {
            Fields fields =
                    Fields.of(entry.value(), values, "a state", "title", "end", "breach", "missed", "task", "severity");
            states.put(
                    state(entry.key()),
                    new State(
                            fields.required("title", values::people, DeclarationReader.NO_TEXT),
                            fields.optional("end", values::bool, false),
                            fields.optional("breach", values::bool, false),
                            fields.optional("missed", values::bool, false),
                            fields.optional("task", values::people, DeclarationReader.NO_TEXT),
                            values.severity(fields),
                            entry.key().at()));
        }
        return states;
    }

    private Trial trial(YamlNode node) {
        Fields fields = Fields.of(node, values, "a case", "name", "base", "given", "options", "case", "states");
        SortedMap<LocalDate, String> states = new TreeMap<>();
        if (fields.required("states").isPresent()) {
            for (YamlNode.Entry entry : fields.entries("states")) {
                String hint =
                        "A state, NONE or UNKNOWN; with 'until 2027-01-31' or 'until none' its next clock, and 'asked' or 'idle' behind that day";
                states.put(values.date(entry.key()), values.matching(entry.value(), EXPECTED, hint));
            }
        }
        return new Trial(
                fields.optional("name", values::text, ""),
                cases.chosen(fields),
                cases.given(fields),
                fields.optional("case", values::text, ""),
                states,
                fields.at());
    }
}
