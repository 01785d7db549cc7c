package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.facts.FactTypes;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.MeasureDef;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** Editions of a pack that differ in little from it, made from a seed. */
final class RandomEditions {
    private final Random random;

    RandomEditions(Random random) {
        this.random = random;
    }

    /** The same pack, but for one thing: a requirement, a define, a table, a measure, an option, or what it declares. */
    RulePack of(RulePack pack) {
        Map<String, RulePack.Option> options = new LinkedHashMap<>(pack.options());
        List<FactDecl> facts = new ArrayList<>(pack.facts());
        Map<String, RulePack.Reference> tables = new LinkedHashMap<>(pack.reference());
        List<RulePack.Define> defines = new ArrayList<>(pack.defines());
        Map<String, MeasureDef> measures = new LinkedHashMap<>(pack.measures());
        List<Requirement> requirements = new ArrayList<>(pack.requirements());
        int at = random.nextInt(requirements.size());
        switch (random.nextInt(12)) {
            case 0 -> defines.replaceAll(this::define);
            case 1 -> tables.replaceAll((name, table) -> random.nextBoolean() ? table : table(table));
            case 2 -> measures.replaceAll((name, measure) -> random.nextBoolean() ? measure : measure(measure));
            case 3 -> options.replaceAll((name, option) -> name.equals("strict") ? lax(option) : option);
            case 4 -> facts.replaceAll(fact -> random.nextInt(6) > 0 ? fact : fact(fact));
            case 5 -> requirements.remove(at);
            default -> requirements.set(at, requirement(requirements.get(at)));
        }
        while (defines.removeIf(define -> !isUsed(define, defines, requirements))) {
            // What only those used that went is used no more
        }
        return new RulePack(
                pack.regime(),
                "1.0.1",
                pack.language(),
                pack.inForce(),
                pack.timeZone(),
                pack.title(),
                pack.authority(),
                options,
                facts,
                pack.absentUnknown(),
                tables,
                defines,
                measures,
                requirements,
                "sha256:1");
    }

    /** A define that nothing calls is refused. */
    private static boolean isUsed(
            RulePack.Define define, List<RulePack.Define> defines, List<Requirement> requirements) {
        String call = define.name() + "(";
        Stream<Expr> conditions = requirements.stream()
                .flatMap(requirement -> requirement.decide().stream())
                .flatMap(clause -> Stream.ofNullable(clause.when()));
        return Stream.concat(conditions, defines.stream().map(RulePack.Define::body))
                .anyMatch(expression -> expression.text().contains(call));
    }

    private RulePack.Define define(RulePack.Define define) {
        return random.nextBoolean()
                ? define
                : new RulePack.Define(define.name(), define.parameters(), not(define.body()));
    }

    private static Expr not(Expr of) {
        return new Expr("!(" + of.text() + ")", of.at());
    }

    private RulePack.Reference table(RulePack.Reference table) {
        List<RulePack.Row> rows = new ArrayList<>(table.rows());
        if (random.nextBoolean() && rows.size() > 1) {
            rows.remove(0);
        } else {
            rows.replaceAll(row -> new RulePack.Row(row.values(), row.from(), row.to(), !row.unsure(), row.at()));
        }
        return new RulePack.Reference(
                table.source(),
                table.fetched(),
                random.nextBoolean() == table.complete(),
                table.ask(),
                table.columns(),
                rows,
                table.at());
    }

    private MeasureDef measure(MeasureDef measure) {
        Expr of = measure.of() == null
                ? new Expr("component.kind == 'equipment'", new Position(1, 1))
                : random.nextBoolean() ? not(measure.of()) : null;
        return new MeasureDef(measure.function(), measure.argument(), of, measure.by(), measure.per(), measure.at());
    }

    private static RulePack.Option lax(RulePack.Option option) {
        return new RulePack.Option(option.type(), Boolean.FALSE.equals(option.byDefault()), option.why(), option.at());
    }

    /** Read as text, a fact means something else; only those that no expression compares with anything but texts can be. */
    private static FactDecl fact(FactDecl fact) {
        return fact.name().equals("purpose")
                ? new FactDecl(fact.on(), fact.name(), FactTypes.parse("enum[A, B]", Map.of()), fact.ask(), fact.at())
                : fact;
    }

    private Requirement requirement(Requirement of) {
        Binding binding = of.binding();
        RulePack.InForce own = of.inForce();
        Severity severity = of.severity();
        List<Requirement.Clause> clauses = new ArrayList<>(of.decide());
        int at = random.nextInt(clauses.size());
        Requirement.Clause clause = clauses.get(at);
        switch (random.nextInt(7)) {
            case 0 -> severity = Severity.LOW;
            case 1 -> binding = Binding.values()[random.nextInt(Binding.values().length)];
            case 2 -> own = new RulePack.InForce(LocalDate.parse("2025-06-01"), LocalDate.parse("2026-06-01"));
            case 3 ->
                clauses.set(
                        at, clause(clause, clause.when(), Outcome.values()[random.nextInt(Outcome.values().length)]));
            case 4 -> clauses.set(at, coded(clause));
            default -> {
                if (clause.when() == null && at > 0) {
                    clauses.remove(at - 1);
                } else if (clause.when() != null) {
                    clauses.set(at, clause(clause, not(clause.when()), clause.then()));
                }
            }
        }
        return new Requirement(
                of.id(),
                of.title(),
                of.text(),
                binding,
                own,
                severity,
                of.addressee(),
                of.subject(),
                of.source(),
                of.consequence(),
                of.removal(),
                of.clockedBy(),
                clauses,
                of.cases(),
                of.at());
    }

    private static Requirement.Clause clause(Requirement.Clause clause, @Nullable Expr when, Outcome then) {
        return new Requirement.Clause(
                when,
                then,
                clause.because(),
                clause.remedy(),
                clause.code(),
                clause.due(),
                clause.severity(),
                clause.ask(),
                clause.concerns(),
                clause.at());
    }

    private static Requirement.Clause coded(Requirement.Clause clause) {
        return new Requirement.Clause(
                clause.when(),
                clause.then(),
                clause.because(),
                clause.remedy(),
                "OTHER",
                clause.due(),
                Severity.CRITICAL,
                clause.ask(),
                clause.concerns(),
                clause.at());
    }
}
