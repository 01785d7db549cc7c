package org.assay.testkit.mutate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactType;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.MeasureDef;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** Every way to change in one place what several requirements share: defines, measures, options, kinds of evidence, tables. */
final class SharedMutants {
    private final RulePack pack;
    private final boolean wholeTables;
    private final List<Mutant> found = new ArrayList<>();

    private SharedMutants(RulePack pack, boolean wholeTables) {
        this.pack = pack;
        this.wholeTables = wholeTables;
    }

    /**
     * All such changes.
     *
     * @param wholeTables whether rows are taken out and words in them changed too, not only days and numbers
     */
    static List<Mutant> of(RulePack pack, boolean wholeTables) {
        SharedMutants mutants = new SharedMutants(pack, wholeTables);
        pack.defines().forEach(mutants::define);
        pack.measures().forEach(mutants::measure);
        pack.options().forEach(mutants::option);
        pack.absentUnknown().forEach(mutants::kind);
        pack.reference().forEach(mutants::table);
        return mutants.found;
    }

    /**
     * What is changed.
     *
     * @param what {@code define}, {@code measure}, {@code option}, {@code text} or {@code reference}
     * @param name its name
     * @param part which part of it, for people
     * @param key what names the part wherever it stands
     * @param at where it stands
     */
    private record Place(String what, String name, String part, String key, Position at) {
        Place(String what, String name, String part, Position at) {
            this(what, name, part, part, at);
        }
    }

    private void define(RulePack.Define define) {
        String name = define.name();
        Place place = new Place("define", name, "", define.body().at());
        expressions(
                place,
                define.body(),
                changed -> edit ->
                        edit.define(name, original -> new RulePack.Define(name, original.parameters(), changed)));
    }

    private void measure(String name, MeasureDef measure) {
        Place place = new Place("measure", name, "", measure.at());
        expressions(
                place,
                measure.argument(),
                changed -> edit -> edit.measure(
                        name, old -> new MeasureDef(old.function(), changed, old.of(), old.by(), old.per(), old.at())));
        expressions(
                new Place("measure", name, " of", measure.at()),
                measure.of(),
                changed -> edit -> edit.measure(name, old -> of(old, changed)));
        for (int i = 0; i < measure.per().size(); i++) {
            per(new Place("measure", name, " per", measure.at()), measure.per().get(i), i);
        }
        Expr of = measure.of();
        if (of != null) {
            add("whole", place, of.text(), "", edit -> edit.measure(name, old -> of(old, null)));
        }
        MeasureDef.Function other = other(measure.function());
        if (other != measure.function()) {
            add(
                    "function",
                    place,
                    measure.function().toString(),
                    other.toString(),
                    edit -> edit.measure(
                            name,
                            old -> new MeasureDef(other, old.argument(), old.of(), old.by(), old.per(), old.at())));
        }
    }

    private void per(Place place, Expr key, int number) {
        expressions(
                place,
                key,
                changed -> edit -> edit.measure(place.name(), old -> {
                    List<Expr> keys = new ArrayList<>(old.per());
                    keys.set(number, changed);
                    return new MeasureDef(old.function(), old.argument(), old.of(), old.by(), keys, old.at());
                }));
    }

    private static MeasureDef of(MeasureDef old, @Nullable Expr of) {
        return new MeasureDef(old.function(), old.argument(), of, old.by(), old.per(), old.at());
    }

    private static MeasureDef.Function other(MeasureDef.Function function) {
        return switch (function) {
            case MIN -> MeasureDef.Function.MAX;
            case MAX -> MeasureDef.Function.MIN;
            default -> function;
        };
    }

    private void option(String name, RulePack.Option option) {
        Place place = new Place("option", name, "", option.at());
        for (Object now : others(option.byDefault(), option.type())) {
            add(
                    "default",
                    place,
                    option.byDefault().toString(),
                    now.toString(),
                    edit -> edit.option(name, old -> new RulePack.Option(old.type(), now, old.why(), old.at())));
        }
    }

    private void kind(String kind) {
        List<String> rest = pack.absentUnknown().stream()
                .filter(other -> !other.equals(kind))
                .toList();
        Place place = new Place("text", kind, "", Position.START);
        add("absent", place, "absent: unknown", "", edit -> edit.absentUnknown(rest));
    }

    private void table(String name, RulePack.Reference table) {
        days(
                name,
                table,
                " from",
                RulePack.Row::from,
                (row, day) -> row(row, row.values(), day, row.to(), row.unsure()));
        days(name, table, " to", RulePack.Row::to, (row, day) -> row(row, row.values(), row.from(), day, row.unsure()));
        for (int i = 0; i < table.rows().size(); i++) {
            row(name, table, i);
        }
        boolean complete = !table.complete();
        Place place = new Place("reference", name, "", table.at());
        add(
                "complete",
                place,
                "" + table.complete(),
                "" + complete,
                edit -> edit.table(
                        name,
                        old -> new RulePack.Reference(
                                old.source(),
                                old.fetched(),
                                complete,
                                old.ask(),
                                old.columns(),
                                old.rows(),
                                old.at())));
    }

    /** A day of the law stands in many rows, and is one day: it is changed in all of them. */
    private void days(
            String name,
            RulePack.Reference table,
            String part,
            Function<RulePack.Row, @Nullable LocalDate> day,
            BiFunction<RulePack.Row, LocalDate, RulePack.Row> shifted) {
        Map<LocalDate, RulePack.Row> first = new LinkedHashMap<>();
        for (RulePack.Row row : table.rows()) {
            LocalDate one = day.apply(row);
            if (one != null && !one.equals(Days.NEVER)) {
                first.putIfAbsent(one, row);
            }
        }
        first.forEach((was, at) -> {
            for (LocalDate now : List.of(was.minusDays(1), was.plusDays(1))) {
                rows(
                        new Place("reference", name, part, at.at()),
                        was,
                        now,
                        row -> was.equals(day.apply(row)) ? shifted.apply(row, now) : row);
            }
        });
    }

    private void row(String name, RulePack.Reference table, int number) {
        RulePack.Row row = table.rows().get(number);
        Place place = new Place(
                "reference", name, " row " + (number + 1), row.values().toString(), row.at());
        row.values().forEach((column, value) -> cell(place, table.columns().get(column), row, column, value));
        if (wholeTables) {
            rows(place, row.values(), "", one -> one == row ? null : one);
            rows(
                    new Place("reference", name, place.part() + " unsure", place.key() + " unsure", place.at()),
                    row.unsure(),
                    !row.unsure(),
                    one -> one == row ? row(row, row.values(), row.from(), row.to(), !row.unsure()) : one);
        }
    }

    private void cell(Place row, @Nullable FactType type, RulePack.Row of, String column, Object value) {
        boolean threshold = value instanceof LocalDate || value instanceof Long;
        if (type == null || !threshold && !wholeTables) {
            return;
        }
        Place cell = new Place(row.what(), row.name(), row.part() + " " + column, row.key() + " " + column, row.at());
        for (Object now : others(value, type)) {
            Map<String, Object> values = new LinkedHashMap<>(of.values());
            values.put(column, now);
            rows(cell, value, now, one -> one == of ? row(of, values, of.from(), of.to(), of.unsure()) : one);
        }
    }

    private static RulePack.Row row(
            RulePack.Row row,
            Map<String, Object> values,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean unsure) {
        return new RulePack.Row(values, from, to, unsure, row.at());
    }

    /** A table in which rows read otherwise, or are gone where the change gives none. */
    private void rows(Place place, Object was, Object now, Function<RulePack.Row, RulePack.@Nullable Row> change) {
        String kind = was instanceof LocalDate ? "date" : was instanceof Long ? "number" : "row";
        add(
                kind,
                place,
                was.toString(),
                now.toString(),
                edit -> edit.table(place.name(), old -> {
                    List<RulePack.Row> rows = old.rows().stream()
                            .map(change)
                            .filter(Objects::nonNull)
                            .toList();
                    return new RulePack.Reference(
                            old.source(), old.fetched(), old.complete(), old.ask(), old.columns(), rows, old.at());
                }));
    }

    private static List<Object> others(Object value, FactType type) {
        if (value instanceof Boolean flag) {
            return List.of(!flag);
        } else if (value instanceof Long number) {
            return List.of(number - 1, number + 1);
        } else if (value instanceof LocalDate day) {
            return day.equals(Days.NEVER) ? List.of() : List.of(day.minusDays(1), day.plusDays(1));
        } else if (type instanceof FactType.OneOf words) {
            return words.values().stream()
                    .filter(word -> !word.equals(value))
                    .limit(1)
                    .map(Object.class::cast)
                    .toList();
        }
        return List.of(ExpressionChanges.NOTHING);
    }

    private void expressions(Place place, @Nullable Expr expression, Function<Expr, UnaryOperator<Edit>> edit) {
        for (Change change : ExpressionChanges.of(expression)) {
            Expr changed = change.changed();
            String id = Mutant.id(
                    place.what(), place.name(), place.key(), change.expression().text(), changed.text());
            found.add(mutant(id, change.kind(), place, change.at(), change.was(), change.now(), edit.apply(changed)));
        }
    }

    private void add(String kind, Place place, String was, String now, UnaryOperator<Edit> edit) {
        String id = Mutant.id(kind, place.what(), place.name(), place.key(), was, now);
        found.add(mutant(id, kind, place, place.at(), was, now, edit));
    }

    private static Mutant mutant(
            String id, String kind, Place place, Position at, String was, String now, UnaryOperator<Edit> edit) {
        return new Mutant(
                id,
                kind,
                place.what() + " " + place.name() + place.part(),
                place.what() + ":" + place.name(),
                at,
                was,
                now,
                pack -> edit.apply(Edit.of(pack)).done());
    }
}
