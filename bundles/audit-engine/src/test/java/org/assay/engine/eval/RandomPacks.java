package org.assay.engine.eval;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assay.api.Addressee;
import org.assay.api.Binding;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FactTypes;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.MeasureDef;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.assay.engine.pack.Text;

/** Packs made from a seed: tables with unsure rows, defines, measures, decision lists. */
final class RandomPacks {
    static final String REGIME = "xx-test";
    private static final List<String> SUBJECTS = List.of(
            "component",
            "component",
            "component",
            "component",
            "supplier",
            "evidence.certificate",
            "operator",
            "site",
            "network");
    private static final int DEPTH = 3;

    private final Random random;
    private final List<RulePack.Define> defines = new ArrayList<>();
    private final Map<String, MeasureDef> measures = new LinkedHashMap<>();
    private final StringBuilder written = new StringBuilder();

    private RandomPacks(Random random) {
        this.random = random;
    }

    static RulePack of(Random random) {
        return new RandomPacks(random).pack();
    }

    private RulePack pack() {
        measures();
        List<RulePack.Define> all = List.of(
                new RulePack.Define(
                        "isT",
                        List.of(new RulePack.Parameter("text", "f")),
                        expr(of("f", "text").condition(1))),
                new RulePack.Define(
                        "isC",
                        List.of(new RulePack.Parameter("component", "c")),
                        expr(of("c", "component").define("isT").condition(2))),
                new RulePack.Define(
                        "onC",
                        List.of(new RulePack.Parameter("component", "c"), new RulePack.Parameter("date", "d")),
                        expr(of("c", "component").see("d", "date").define("isC").condition(2))));
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            requirements.add(requirement("XX-" + i));
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            if (written.indexOf(all.get(i).name() + "(") >= 0) {
                written.append(all.get(i).body().text());
                defines.add(0, all.get(i));
            }
        }
        FactType mode = FactTypes.parse("enum[one, two]", Map.of());
        FactType bool = FactTypes.parse("bool", Map.of());
        return new RulePack(
                REGIME,
                "1.0.0",
                1,
                new RulePack.InForce(LocalDate.parse("2020-01-01"), Days.NEVER),
                ZoneId.of("UTC"),
                text("test"),
                text("nobody"),
                Map.of(
                        "strict", new RulePack.Option(bool, true, text("why"), Position.START),
                        "mode", new RulePack.Option(mode, "one", text("why"), Position.START)),
                List.of(
                        fact("component", "flag", "bool"),
                        fact("component", "purpose", "text"),
                        fact("component", "since", "date"),
                        fact("component", "parts", "int"),
                        fact("operator", "flag", "bool"),
                        fact("supplier", "listed", "bool"),
                        fact("evidence.certificate", "counts", "bool")),
                random.nextBoolean() ? List.of("report") : List.of(),
                Map.of("table", table(true), "partial", table(random.nextBoolean()), "free", days()),
                defines,
                measures,
                requirements,
                "sha256:0");
    }

    private RandomExpressions of(String name, String kind) {
        return new RandomExpressions(random).see(name, kind).see("operator", "operator");
    }

    private void measures() {
        String key =
                pick("component.product.name", "component.category", "component.supplier", "component.facts.purpose");
        add("count", MeasureDef.Function.COUNT, of("component", "component").condition(1), List.of());
        add("oldest", MeasureDef.Function.MIN, "component.firstUse", List.of(expr(key)));
        add("share", MeasureDef.Function.SHARE, of("component", "component").condition(1), List.of());
        add("keyed", MeasureDef.Function.SHARES, key, List.of());
        add("parts", MeasureDef.Function.SHARES, key, List.of(expr("component.domain")));
        add("any", MeasureDef.Function.ANY, of("component", "component").condition(1), List.of(expr(key)));
    }

    private void add(String name, MeasureDef.Function function, String argument, List<Expr> per) {
        Expr of =
                random.nextBoolean() ? null : expr(of("component", "component").condition(1));
        measures.put(name, new MeasureDef(function, expr(argument), of, List.of(), per, Position.START));
    }

    private Requirement requirement(String id) {
        String subject = pick(SUBJECTS.toArray(String[]::new));
        String kind = subject.startsWith("evidence.") ? "evidence" : subject;
        String variable = subject.substring(subject.indexOf('.') + 1);
        List<Requirement.Clause> clauses = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            RandomExpressions expressions =
                    of(variable, kind).define("isC").define("onC").define("isT");
            expressions.measure("measures.count.over(1)").measure("measures.share.count.over(1, 3)");
            for (String about : List.of("count.largest.over(1, 2)", "count.hhi.reaches(1, 4)", "distinct.over(1)")) {
                expressions.measure("measures.keyed." + about);
            }
            expressions.measure("measures.keyed.keys.exists(k, k == 'A')");
            if (kind.equals("component")) {
                expressions
                        .measure("measures.parts.count.largest.over(1, 2)")
                        .measure("!measures.parts.distinct.over(1)");
                expressions.measure("measures.oldest < asOf").measure("measures.any");
            } else {
                expressions.measure("measures.parts.exists(g, g.count.largest.reaches(3, 4) && !g.distinct.over(1))");
                expressions.measure("measures.oldest.exists(g, g.value < asOf)");
            }
            String when = expressions.condition(DEPTH);
            written.append(when);
            clauses.add(clause(expr(when)));
        }
        clauses.add(clause(null));
        RulePack.InForce own = random.nextInt(4) == 0
                ? new RulePack.InForce(LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"))
                : null;
        return new Requirement(
                id,
                text("title"),
                text(""),
                Binding.values()[random.nextInt(Binding.values().length)],
                own,
                Severity.HIGH,
                random.nextInt(12) == 0 ? Addressee.STATE : Addressee.OPERATOR,
                subject,
                new LegalSource("Act", "1", "", LegalSource.Mark.CHOICE),
                text(""),
                false,
                "",
                clauses,
                List.of(),
                Position.START);
    }

    private Requirement.Clause clause(Expr when) {
        Outcome then = Outcome.values()[random.nextInt(Outcome.values().length)];
        return new Requirement.Clause(
                when, then, text("because"), text(""), "", null, null, null, null, Position.START);
    }

    private RulePack.Reference table(boolean complete) {
        List<RulePack.Row> rows = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            LocalDate from = random.nextInt(3) == 0 ? LocalDate.parse("2026-06-01") : null;
            rows.add(new RulePack.Row(
                    Map.of("name", pick(RandomExpressions.WORDS.toArray(String[]::new))),
                    from,
                    null,
                    random.nextInt(4) == 0,
                    Position.START));
        }
        FactType text = FactTypes.parse("text", Map.of());
        return new RulePack.Reference("test", null, complete, null, Map.of("name", text), rows, Position.START);
    }

    private RulePack.Reference days() {
        List<RulePack.Row> rows = new ArrayList<>();
        for (String day : RandomExpressions.DAYS) {
            LocalDate from = random.nextInt(3) == 0 ? LocalDate.parse("2026-06-01") : null;
            rows.add(new RulePack.Row(
                    Map.of("day", LocalDate.parse(day)), from, null, random.nextInt(4) == 0, Position.START));
        }
        FactType date = FactTypes.parse("date", Map.of());
        boolean complete = random.nextInt(4) > 0;
        return new RulePack.Reference("test", null, complete, null, Map.of("day", date), rows, Position.START);
    }

    private static FactDecl fact(String on, String name, String type) {
        return new FactDecl(on, name, FactTypes.parse(type, Map.of()), null, Position.START);
    }

    private static Expr expr(String text) {
        return new Expr(text, new Position(1, 1));
    }

    private static Text text(String english) {
        return new Text(Map.of("en", english), Position.START);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
