package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.api.Addressee;
import org.assay.api.Binding;
import org.assay.api.LegalSource;
import org.assay.api.Severity;

/** Reads the requirements of a pack. */
final class RequirementReader {
    private static final Pattern SUBJECT =
            Pattern.compile("component|supplier|site|contract|operator|network|evidence\\.[A-Za-z][A-Za-z0-9]*");
    private static final LegalSource NO_SOURCE = new LegalSource("", "", "", LegalSource.Mark.CHOICE);

    private final Values values;
    private final ClauseReader clauses;
    private final CaseReader cases;

    RequirementReader(Values values, CaseReader cases) {
        this.values = values;
        this.clauses = new ClauseReader(values);
        this.cases = cases;
    }

    List<Requirement> requirements(Fields pack) {
        List<Requirement> requirements = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        List<String> procedures =
                pack.entries("procedures").stream().map(YamlNode.Entry::name).toList();
        List<YamlNode> nodes = pack.required("requirements").map(values::list).orElse(List.of());
        if (nodes.isEmpty() && pack.has("requirements")) {
            values.faults().add("missing-key", pack.node(), "the pack has no requirement", "Add one");
        }
        for (YamlNode node : nodes) {
            Requirement requirement = requirement(node, procedures);
            Position first = seen.putIfAbsent(requirement.id(), requirement.at());
            if (first != null && !requirement.id().isEmpty()) {
                String message = "the requirement '" + requirement.id() + "' is given twice";
                values.faults().add("duplicate-id", node, message, "First in line " + first.line());
            }
            requirements.add(requirement);
        }
        return requirements;
    }

    private Requirement requirement(YamlNode written, List<String> procedures) {
        Fields fields = Fields.of(
                written,
                values,
                "a requirement",
                "id",
                "title",
                "text",
                "binding",
                "inForce",
                "severity",
                "addressee",
                "subject",
                "source",
                "consequence",
                "removal",
                "clockedBy",
                "decide",
                "cases");
        Binding binding =
                fields.required("binding", value -> values.word(value, Binding.class, true, Binding.LAW), Binding.LAW);
        List<Requirement.Clause> decide = clauses.decide(fields, binding);
        checkRemoval(fields, decide);
        return new Requirement(
                fields.required("id", this::id, ""),
                fields.required("title", values::people, DeclarationReader.NO_TEXT),
                fields.optional("text", values::people, DeclarationReader.NO_TEXT),
                binding,
                fields.get("inForce").map(values::inForce).orElse(null),
                fields.required(
                        "severity", value -> values.word(value, Severity.class, true, Severity.INFO), Severity.INFO),
                fields.optional("addressee", this::addressee, Addressee.OPERATOR),
                fields.required("subject", this::subject, ""),
                source(fields),
                fields.optional("consequence", values::people, DeclarationReader.NO_TEXT),
                fields.optional("removal", values::bool, false),
                fields.optional("clockedBy", node -> procedure(node, procedures), ""),
                decide,
                cases.cases(fields, decide.size()),
                fields.at());
    }

    /** Of a verdict on something larger only {@code concerns} says which components it is about. */
    private void checkRemoval(Fields fields, List<Requirement.Clause> decide) {
        String subject = fields.get("subject").map(this::subject).orElse("");
        boolean named = subject.equals("component")
                || subject.equals("supplier")
                || decide.stream().anyMatch(clause -> clause.concerns() != null);
        fields.get("removal").filter(node -> !named).ifPresent(node -> {
            String hint = "Give 'concerns' to the clauses that ask for the removal, or leave 'removal' out";
            values.faults().add("removal-of-nothing", node, "no clause says which components have to leave", hint);
        });
    }

    /** A name that the pack has no procedure of would quietly leave both lines in the calendar. */
    private String procedure(YamlNode node, List<String> known) {
        String name = values.name(node);
        if (!name.isEmpty() && !known.contains(name)) {
            String message = "the pack has no procedure '" + Suggest.shorten(name) + "'";
            String hint = known.isEmpty() ? "Leave 'clockedBy' out" : Suggest.hint(name, known);
            values.faults().add("unknown-procedure", node, message, hint);
        }
        return name;
    }

    private String id(YamlNode node) {
        return values.matching(node, Values.ID, "Letters, digits and . _ : @ + -, such as DE-TKG-165-4-CERT");
    }

    private Addressee addressee(YamlNode node) {
        return values.word(node, Addressee.class, true, Addressee.OPERATOR);
    }

    private String subject(YamlNode node) {
        return values.matching(
                node, SUBJECT, "component, supplier, site, contract, operator, network or evidence.<kind>");
    }

    LegalSource source(Fields requirement) {
        return requirement.get("source").map(this::source).orElseGet(() -> {
            String hint = "Add 'source' with act, section and mark";
            values.faults().add("missing-source", requirement.node(), "it names no source", hint);
            return NO_SOURCE;
        });
    }

    private LegalSource source(YamlNode node) {
        Fields fields = Fields.of(node, values, "a source", "act", "section", "url", "mark");
        return new LegalSource(
                fields.required("act", values::text, ""),
                fields.required("section", values::text, ""),
                fields.optional("url", this::url, ""),
                fields.required("mark", this::mark, LegalSource.Mark.CHOICE));
    }

    private String url(YamlNode node) {
        return values.matching(
                node, Pattern.compile("https?://[^\\s\"<>]{1,1000}"), "An address that begins with https://");
    }

    private LegalSource.Mark mark(YamlNode node) {
        return values.word(node, LegalSource.Mark.class, true, LegalSource.Mark.CHOICE);
    }
}
