package org.assay.engine.eval;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.api.Addressee;
import org.assay.api.Binding;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTypes;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.facts.RecordType;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.MeasureDef;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.assay.engine.pack.Text;

/** A small network and a pack of one requirement, to try expressions on. */
final class Bench {
    static final LocalDate AS_OF = LocalDate.parse("2026-11-21");

    private final Map<Kind, SortedMap<String, FactRecord>> records = new EnumMap<>(Kind.class);
    private final TreeSet<String> notDelivered = new TreeSet<>();
    private final List<FactDecl> facts = new ArrayList<>();
    private final List<String> absentUnknown = new ArrayList<>();
    private final Map<String, RulePack.Reference> tables = new LinkedHashMap<>();
    private final List<RulePack.Define> defines = new ArrayList<>();
    private final Map<String, MeasureDef> measures = new LinkedHashMap<>();

    Bench() {
        with(Kind.NETWORK, "n", Map.of("id", "n", "name", "N", "country", "DE", "timeZone", "Europe/Berlin"));
        with(Kind.OPERATOR, "op", Map.of("id", "op", "name", "Op"));
    }

    Bench with(Kind kind, String id, Map<String, Object> values) {
        return with(kind, id, values, Map.of());
    }

    Bench with(Kind kind, String id, Map<String, Object> values, Map<String, Object> declared) {
        Map<String, Object> all = new TreeMap<>(values);
        all.put(kind.idField(), id);
        RecordType type = FactModel.core().type(kind);
        FactRecord record = new FactRecord(type, all, declared.isEmpty() ? Map.of() : Map.of("xx-test", declared));
        records.computeIfAbsent(kind, k -> new TreeMap<>()).put(id, record);
        return this;
    }

    Bench component(String id, Map<String, Object> values) {
        Map<String, Object> all = new TreeMap<>(values);
        all.putIfAbsent("kind", "equipment");
        return with(Kind.COMPONENT, id, all);
    }

    static FactRecord nested(String type, Map<String, Object> values) {
        return new FactRecord(FactModel.core().named().get(type), values);
    }

    Bench notDelivered(String word) {
        notDelivered.add(word);
        return this;
    }

    Bench fact(String on, String name, String type) {
        facts.add(new FactDecl(on, name, FactTypes.parse(type, Map.of()), null, Position.START));
        return this;
    }

    Bench absentUnknown(String kind) {
        absentUnknown.add(kind);
        return this;
    }

    Bench table(String name, boolean complete, List<RulePack.Row> rows) {
        var text = FactTypes.parse("text", Map.of());
        tables.put(
                name, new RulePack.Reference("test", null, complete, null, Map.of("name", text), rows, Position.START));
        return this;
    }

    Bench functions(List<RulePack.Row> rows) {
        var text = FactTypes.parse("text", Map.of());
        tables.put(
                "functions",
                new RulePack.Reference("test", null, true, null, Map.of("function", text), rows, Position.START));
        return this;
    }

    Bench days(String name, boolean complete, List<RulePack.Row> rows) {
        var date = FactTypes.parse("date", Map.of());
        tables.put(
                name, new RulePack.Reference("test", null, complete, null, Map.of("day", date), rows, Position.START));
        return this;
    }

    static RulePack.Row row(String name, boolean unsure) {
        return new RulePack.Row(Map.of("name", name), null, null, unsure, Position.START);
    }

    Bench define(String name, List<RulePack.Parameter> parameters, String body) {
        defines.add(new RulePack.Define(name, parameters, expr(body)));
        return this;
    }

    Bench share(String name, String argument, String of, List<String> by, List<String> per) {
        return measure(name, MeasureDef.Function.SHARE, argument, of, by, per);
    }

    Bench measure(
            String name, MeasureDef.Function function, String argument, String of, List<String> by, List<String> per) {
        List<Expr> keys = per.stream().map(Bench::expr).toList();
        measures.put(name, new MeasureDef(function, expr(argument), expr(of), by, keys, Position.START));
        return this;
    }

    static Expr expr(String text) {
        return new Expr(text, new Position(10, 20));
    }

    private static Text text(String english) {
        return new Text(Map.of("en", english), Position.START);
    }

    static Requirement.Clause clause(String when, Outcome then) {
        Expr condition = when.isEmpty() ? null : expr(when);
        return new Requirement.Clause(
                condition, then, text("because"), text(""), "", null, null, null, null, Position.START);
    }

    RuleSet rules(String subject, Binding binding, RulePack.InForce own, List<Requirement.Clause> clauses) {
        LegalSource source = new LegalSource("Act", "1", "", LegalSource.Mark.CHOICE);
        Requirement requirement = new Requirement(
                "XX-1",
                text("title"),
                text(""),
                binding,
                own,
                Severity.HIGH,
                Addressee.OPERATOR,
                subject,
                source,
                text(""),
                false,
                "",
                clauses,
                List.of(),
                Position.START);
        return RuleSet.compile(new RulePack(
                "xx-test",
                "1.0.0",
                1,
                new RulePack.InForce(LocalDate.parse("2020-01-01"), Days.NEVER),
                ZoneId.of("UTC"),
                text("test"),
                text("nobody"),
                Map.of(),
                facts,
                absentUnknown,
                tables,
                defines,
                measures,
                List.of(requirement),
                "sha256:0"));
    }

    NetworkFacts facts() {
        return new NetworkFacts(records, notDelivered);
    }

    Evaluation open(RuleSet rules) {
        return new Interpreter().open(rules, facts(), new AuditTerms(AS_OF, AS_OF, Map.of()));
    }

    /** What a condition on a component (or, where there is none of that id, on the operator) comes to. */
    Explanation.ClauseTrace ask(String condition, String component) {
        return explain("component", component, condition).clauses().get(0);
    }

    Explanation explain(String kind, String id, String condition) {
        RuleSet rules =
                rules(kind, Binding.LAW, null, List.of(clause(condition, Outcome.PASS), clause("", Outcome.FAIL)));
        return open(rules).explain("XX-1", new Subject(kind, id), "en");
    }

    /** What a text with expressions in braces says about a component. */
    String text(String template, String component) {
        Requirement.Clause clause = new Requirement.Clause(
                null, Outcome.WARN, text(template), text(""), "", null, null, null, null, Position.START);
        return open(rules("component", Binding.LAW, null, List.of(clause)))
                .explain("XX-1", new Subject("component", component), "en")
                .because();
    }

    Truth truth(String condition, String component) {
        return ask(condition, component).truth();
    }
}
