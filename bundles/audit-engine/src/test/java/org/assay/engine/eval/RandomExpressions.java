package org.assay.engine.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Expressions of the language, well typed, made from a seed. What they say makes no sense; what they mean must not differ. */
final class RandomExpressions {
    static final List<String> WORDS = List.of("A", "B", "AMF", "2026-01-01", "", "UPF", "other:A");
    static final List<String> DAYS = List.of("2020-02-29", "2025-12-31", "2026-01-01", "2026-11-21", "2027-05-05");
    static final List<String> EVIDENCE = List.of("certificate", "report", "plan");

    private final Random random;
    private final List<Name> names = new ArrayList<>();
    private final Set<String> defines = new HashSet<>();
    private final List<String> measures = new ArrayList<>();
    private int loops;

    RandomExpressions(Random random) {
        this.random = random;
    }

    /** A name in scope and the kind of record (or {@code text}, {@code date}) that it stands for. */
    record Name(String name, String kind) {}

    RandomExpressions see(String name, String kind) {
        names.add(new Name(name, kind));
        return this;
    }

    /** Defines that may be called: {@code isC(component)}, {@code onC(component, date)}, {@code isT(text)}. */
    RandomExpressions define(String name) {
        defines.add(name);
        return this;
    }

    /** Conditions that measures give in this place. */
    RandomExpressions measure(String condition) {
        measures.add(condition);
        return this;
    }

    String condition(int depth) {
        if (depth <= 0) {
            return simple();
        }
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 3, 4, 5 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            case 6, 7 -> "!(" + condition(depth - 1) + ")";
            case 8 -> "(" + condition(depth - 1) + " ? " + condition(depth - 1) + " : " + condition(depth - 1) + ")";
            case 9 ->
                "atLeast(" + (1 + random.nextInt(2)) + ", [" + condition(depth - 1) + ", " + condition(depth - 1) + ", "
                        + simple() + "])";
            case 10, 11, 12 -> loop(depth - 1);
            default -> called();
        };
    }

    private String loop(int depth) {
        String variable = "v" + ++loops;
        String all = random.nextInt(3) == 0 ? "all" : "exists";
        List<String> ranges = RandomRanges.of(names, () -> day(0), this::evidence);
        String[] range = ranges.get(random.nextInt(ranges.size())).split("\\|");
        names.add(new Name(variable, range[1]));
        String body = condition(depth);
        if (random.nextInt(3) > 0) {
            body = about(new Name(variable, range[1])) + (random.nextBoolean() ? " && " : " || ") + body;
        }
        names.remove(names.size() - 1);
        return range[0] + "." + all + "(" + variable + ", " + body + ")";
    }

    private String called() {
        List<String> calls = RandomRanges.calls(names, defines, () -> day(1));
        calls.addAll(measures);
        return calls.isEmpty() ? simple() : calls.get(random.nextInt(calls.size()));
    }

    private String simple() {
        return switch (random.nextInt(10)) {
            case 0 -> day(1) + pick(" < ", " <= ", " > ", " >= ", " == ", " != ") + day(1);
            case 1 -> number(1) + pick(" < ", " <= ", " == ", " != ", " > ") + number(1);
            case 2 -> random.nextInt(4) == 0 ? pick("true", "false") : "options.strict";
            case 3 -> "options.mode == " + pick("'one'", "'two'");
            default -> about(names.get(random.nextInt(names.size())));
        };
    }

    /** A condition on one record. */
    private String about(Name name) {
        String n = name.name();
        return switch (name.kind()) {
            case "component" -> component(n);
            case "supplier" ->
                pick(
                        n + ".group == 'A'",
                        n + ".seatIn.code == 'DE'",
                        n + ".facts.listed",
                        "known(" + n + ".match)",
                        n + ".owners.size() > 0",
                        "controls(" + n + ", " + n + ", asOf)",
                        owned(n));
            case "evidence" ->
                pick(
                        n + ".issued <= " + day(1),
                        n + ".validUntil >= asOf",
                        "!(" + n + ".ended <= asOf)",
                        n + ".scheme == 'A'",
                        n + ".facts.counts",
                        "'A' in " + n + ".scope.versions",
                        "known(" + n + ".result)");
            case "order" ->
                pick(
                        n + ".effective <= asOf",
                        n + ".effect == 'prohibited'",
                        "known(" + n + ".component)",
                        n + ".maker.group == 'A'",
                        compared(n + ".component"));
            case "contract" -> pick(n + ".end > asOf", "'A' in " + n + ".clauses", n + ".parties.size() > 1");
            case "module" -> pick(n + ".maker.group == 'A'", n + ".kind == 'A'", "known(" + n + ".kind)");
            case "site" -> pick(n + ".significant", n + ".region == 'A'", n + ".kind == 'cell'");
            case "row" -> pick(n + ".name == 'AMF'", n + ".name == 'A'", n + ".name == " + text());
            case "text" ->
                pick(n + " == 'AMF'", n + " == " + text(), n + ".startsWith('A')", "date(" + n + ") <= asOf");
            case "date" -> pick(n + " < asOf", n + " == " + day(1));
            default ->
                pick(
                        "operator.publicProvider",
                        "operator.facts.flag",
                        "network.subscribers > 1",
                        "'5G' in network.generations");
        };
    }

    /** A condition on who owns a supplier. */
    private String owned(String supplier) {
        List<String> owners = new ArrayList<>(List.of(text(), text(), supplier));
        names.stream()
                .filter(name -> name.kind().equals("component"))
                .forEach(name -> owners.add(name.name() + pick(".hardware.maker", ".software.maker", ".supplier")));
        String owner = owners.get(random.nextInt(owners.size()));
        String both = owner + ", " + supplier + ", ";
        return switch (random.nextInt(4)) {
            case 0 -> "related(" + both + "1, 4, " + day(0) + ")";
            case 1 -> "controls(" + both + day(0) + ")";
            case 2 -> "ultimate(" + supplier + ", " + day(0) + ")" + pick(".group == 'A'", ".facts.listed");
            default ->
                "interest(" + both + pick("'equity'", "'votes'") + ", " + day(0) + ")"
                        + pick(".over(1, 4)", ".reaches(1, 2)", ".over(0, 1)");
        };
    }

    private String component(String n) {
        return switch (random.nextInt(10)) {
            case 8 -> compared(n);
            case 9 -> pick(n, names.get(0).name().equals("component") ? "component" : n) + " in " + n + ".runsOn";
            case 0 -> pick(n + ".serves5g", n + ".facts.flag", n + ".kind == 'software'", n + ".domain == 'core'");
            case 1 ->
                "known(" + n
                        + pick(
                                ".firstUse",
                                ".hardware.model",
                                ".facts.flag",
                                ".site.region",
                                ".load.premises",
                                ".status")
                        + ")";
            case 2 -> "inService(" + n + ", " + day(1) + ")";
            case 3 ->
                pick(
                        pick("'AMF'", text()) + " in " + n + ".functions",
                        "minus(" + n + ".functions, ['AMF', " + text() + "]).exists(m, m == 'UPF')",
                        n + ".functions == ['AMF']");
            case 4 ->
                n
                        + pick(
                                ".category",
                                ".software.version",
                                ".facts.purpose",
                                ".product.name",
                                ".site.region",
                                ".supplier.group")
                        + pick(" == ", " != ")
                        + text();
            case 5 ->
                pick(
                        n + ".supplier == " + n + ".software.maker",
                        n + ".site.significant",
                        n + ".hardware.maker.seatIn.code == 'DE'",
                        "controls(" + n + ".supplier, " + n + ".hardware.maker, asOf)",
                        owned(n + ".supplier"));
            case 6 ->
                n
                        + pick(".firstUse", ".removed", ".ordered", ".software.since", ".facts.since")
                        + pick(" < ", " <= ", " > ", " >= ")
                        + day(1);
            default ->
                pick(
                        compared(n),
                        "date(" + n + ".name) < asOf",
                        n + ".load.premises * 9000000000000000000 > 0",
                        n + ".modules.size() > 1",
                        "suppliersOf(" + n + ").size() == 2");
        };
    }

    private String compared(String component) {
        List<String> others = new ArrayList<>(List.of(component));
        names.stream().filter(name -> name.kind().equals("component")).forEach(name -> others.add(name.name()));
        return component + " == " + others.get(random.nextInt(others.size()));
    }

    private String day(int depth) {
        List<String> days =
                new ArrayList<>(List.of("asOf", "asOf", "date('" + DAYS.get(random.nextInt(DAYS.size())) + "')"));
        for (Name name : names) {
            if (name.kind().equals("component")) {
                days.add(name.name()
                        + pick(".firstUse", ".removed", ".endOfSupport", ".software.since", ".facts.since"));
            } else if (name.kind().equals("evidence")) {
                days.add(name.name() + pick(".issued", ".validUntil", ".ended"));
            } else if (name.kind().equals("date")) {
                days.add(name.name());
            }
        }
        String day = days.get(random.nextInt(days.size()));
        return depth <= 0
                ? day
                : switch (random.nextInt(9)) {
                    case 0 -> "addDays(" + day + ", " + number(0) + ")";
                    case 1 -> "addMonths(" + day + ", 1)";
                    case 2 -> "(" + about(names.get(random.nextInt(names.size()))) + " ? " + day + " : " + day(0) + ")";
                    case 3 -> pick("latest", "earliest") + "([" + day + ", " + day(0) + "])";
                    case 4 -> calendar(day);
                    default -> day;
                };
    }

    private String calendar(String day) {
        return switch (random.nextInt(4)) {
            case 0 -> pick("lastAnnual", "nextAnnual") + pick("(2, 29)", "(11, 21)", "(4, 31)");
            case 1 ->
                "addBusinessDays(" + day + ", " + number(0) + ", reference." + pick("free", "free.on(asOf)") + ")";
            case 2 -> "date(year(" + day + "), " + number(0) + ", 29)";
            default ->
                names.stream()
                        .filter(name -> name.kind().equals("evidence"))
                        .findFirst()
                        .map(name ->
                                pick("nextDue(", "nextKnownDue(", "nextDone(") + name.name() + ".terms, " + day + ")")
                        .orElse(day);
        };
    }

    private String number(int depth) {
        List<String> numbers = new ArrayList<>(List.of("0", "1", "2", "reference.table.size()"));
        for (Name name : names) {
            if (name.kind().equals("component")) {
                numbers.add(name.name()
                        + pick(".load.premises", ".load.busyHourTraffic", ".facts.parts", ".functions.size()"));
                numbers.add("evidenceFor(" + name.name() + ", " + evidence() + ").size()");
            }
        }
        String number = numbers.get(random.nextInt(numbers.size()));
        return depth <= 0
                ? number
                : switch (random.nextInt(6)) {
                    case 0 -> pick("days", "months") + "(" + day(0) + ", " + day(0) + ")";
                    case 1 -> number + pick(" + ", " - ", " * ") + number(0);
                    default -> number;
                };
    }

    private String text() {
        List<String> texts = new ArrayList<>(List.of("'A'", "'B'", "options.mode"));
        for (Name name : names) {
            if (name.kind().equals("component")) {
                texts.add(name.name() + pick(".category", ".name", ".software.version", ".product.name"));
            }
        }
        return texts.get(random.nextInt(texts.size()));
    }

    private String evidence() {
        return "'" + EVIDENCE.get(random.nextInt(EVIDENCE.size())) + "'";
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
