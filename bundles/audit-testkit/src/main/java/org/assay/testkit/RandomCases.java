package org.assay.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.engine.facts.FactType;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** Makes networks in which cases of a procedure take random courses. Used by one thread. */
final class RandomCases {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 2_000;
    private static final List<String> DAYS_BEFORE_USE = List.of("ordered", "obtained", "installed");
    private static final String EVIDENCE = "evidence.";
    private static final int MOST_COMPONENTS = 4;
    private static final Pattern LITERAL = Pattern.compile("'([A-Za-z0-9 _-]{1,60})'");

    private final RulePack pack;
    private final Procedure procedure;
    private final Random random;
    private final List<String> words;
    private final boolean corrects;
    private final Procedure.@Nullable Trial example;
    private final List<String> components = new ArrayList<>();

    RandomCases(RulePack pack, Procedure procedure, long seed) {
        this.pack = pack;
        this.procedure = procedure;
        this.random = new Random(seed);
        this.words = words(procedure);
        this.corrects = random.nextInt(3) == 0;
        this.example = example();
    }

    /** For a procedure of components, half of the time, one of its worked examples: what comes at random seldom opens a case. */
    private Procedure.@Nullable Trial example() {
        boolean wanted = procedure.openings().stream().noneMatch(RandomCases::byEvidence) && random.nextBoolean();
        return wanted ? any(procedure.trials()) : null;
    }

    private static boolean byEvidence(Procedure.Opening opening) {
        return opening.subject().startsWith(EVIDENCE);
    }

    /** Whether there may be corrections, which rewrite the past on purpose. */
    boolean corrects() {
        return corrects || (example != null && example.given().toString().contains("kind=correction"));
    }

    /** A random day of the years in which the cases play; of an example rather one about which something happens. */
    LocalDate day() {
        return example == null || random.nextInt(4) == 0
                ? FIRST.plusDays(random.nextInt(DAYS))
                : any(List.copyOf(example.states().keySet())).plusDays(random.nextInt(-3, 4));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A network document in part: records that open cases, some of them alike, and up to eight that may move them. */
    Map<String, Object> given() {
        return example == null ? anything() : like(example);
    }

    /** An example with each of its components several times: alike, or on days of its own. */
    private Map<String, Object> like(Procedure.Trial trial) {
        Map<String, Object> given = new LinkedHashMap<>(trial.given());
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> one : records(given.getOrDefault("components", List.of()))) {
            all.add(one);
            for (int i = 1 + random.nextInt(MOST_COMPONENTS); i > 0; i--) {
                Map<String, Object> other = new LinkedHashMap<>(any(all));
                other.put("id", one.get("id") + "-" + i);
                onDaysOfItsOwn(other);
                all.add(other);
            }
        }
        all.forEach(one -> components.add(one.get("id").toString()));
        List<Map<String, Object>> evidence = records(given.getOrDefault("evidence", List.of()));
        for (int i = random.nextInt(3); i > 0 && !procedure.kinds().isEmpty(); i--) {
            evidence.add(record("extra" + i, any(procedure.kinds()), List.of()));
        }
        given.put("components", all);
        given.put("evidence", evidence);
        return given;
    }

    private void onDaysOfItsOwn(Map<String, Object> component) {
        if (random.nextBoolean()) {
            component.keySet().removeAll(DAYS_BEFORE_USE);
            component.put("firstUse", day().toString());
        }
        if (random.nextInt(4) == 0) {
            component.put("removed", day().toString());
        }
        Object removed = component.get("removed");
        if (removed != null && removed.toString().compareTo(String.valueOf(component.get("firstUse"))) < 0) {
            component.remove("removed");
        }
    }

    private static List<Map<String, Object>> records(Object section) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (Object one : (List<?>) section) {
            Map<String, Object> record = new LinkedHashMap<>();
            ((Map<?, ?>) one).forEach((field, value) -> record.put(field.toString(), value));
            records.add(record);
        }
        return records;
    }

    private Map<String, Object> anything() {
        List<Map<String, Object>> evidence = new ArrayList<>();
        Map<String, Object> given = new LinkedHashMap<>();
        Procedure.Opening opening = any(procedure.openings());
        List<String> kinds = procedure.kinds();
        if (byEvidence(opening)) {
            evidence.add(record("r0", opening.subject().substring(EVIDENCE.length()), List.of()));
        } else {
            given.put("components", components());
        }
        int moves = kinds.isEmpty() ? 0 : 1 + random.nextInt(8);
        for (int i = 1; i <= moves; i++) {
            String kind = corrects && random.nextInt(5) == 0 ? "correction" : any(kinds);
            String before = evidence.isEmpty() ? "" : "r" + (random.nextBoolean() ? 0 : random.nextInt(i));
            boolean there = evidence.stream().anyMatch(one -> before.equals(one.get("id")));
            evidence.add(record("r" + i, kind, there ? List.of(before) : List.of()));
        }
        given.put("evidence", evidence);
        return given;
    }

    /** Up to four, of which some differ by their names only. */
    private List<Map<String, Object>> components() {
        List<Map<String, Object>> all = new ArrayList<>();
        int size = 1 + random.nextInt(MOST_COMPONENTS);
        while (all.size() < size) {
            Map<String, Object> one =
                    all.isEmpty() || random.nextBoolean() ? component() : new LinkedHashMap<>(all.get(0));
            one.put("id", "c" + all.size());
            all.add(one);
            components.add("c" + components.size());
        }
        return all;
    }

    private Map<String, Object> component() {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("kind", "equipment");
        component.put("functions", List.of("AMF"));
        LocalDate use = day();
        maybe(component, "firstUse", use.toString());
        maybe(component, "plannedUse", day().toString());
        maybe(component, "plannedRemoval", day().toString());
        maybe(component, "removed", use.plusDays(random.nextInt(900)).toString());
        facts(component, "component");
        return component;
    }

    private Map<String, Object> record(String id, String kind, List<String> about) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("kind", kind);
        if (!about.isEmpty()) {
            record.put("about", about);
        }
        record.put("scope", Map.of("components", named()));
        LocalDate from = day();
        if (random.nextInt(20) > 0) {
            record.put(random.nextBoolean() ? "issued" : "received", from.toString());
        }
        LocalDate effect = random.nextInt(3) == 0 ? from.plusDays(random.nextInt(300)) : from;
        maybe(record, "validFrom", effect.toString());
        maybe(record, "validUntil", effect.plusDays(random.nextInt(900)).toString());
        maybe(record, "result", any(words));
        if (random.nextInt(6) == 0) {
            record.put("ended", from.plusDays(random.nextInt(400)).toString());
        }
        facts(record, EVIDENCE + kind);
        return record;
    }

    /** Of the components none, or one or two. */
    private List<String> named() {
        return components.isEmpty()
                ? List.of()
                : random.ints(random.nextInt(3), 0, components.size())
                        .distinct()
                        .mapToObj(components::get)
                        .toList();
    }

    private void maybe(Map<String, Object> record, String field, Object value) {
        if (random.nextInt(8) > 0) {
            record.put(field, value);
        }
    }

    private void facts(Map<String, Object> record, String on) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (FactDecl fact : pack.facts()) {
            if (fact.on().equals(on)) {
                value(fact.type()).ifPresent(value -> maybe(facts, fact.name(), value));
            }
        }
        if (!facts.isEmpty()) {
            record.put("facts", Map.of(pack.regime(), facts));
        }
    }

    private Optional<Object> value(FactType type) {
        if (type instanceof FactType.Bool) {
            return Optional.of(random.nextBoolean());
        } else if (type instanceof FactType.Int) {
            return Optional.of((long) random.nextInt(12));
        } else if (type instanceof FactType.Date) {
            return Optional.of(day().toString());
        } else if (type instanceof FactType.Text) {
            return Optional.of(any(words));
        } else if (type instanceof FactType.OneOf one) {
            return Optional.of(any(one.values()));
        }
        return Optional.empty();
    }

    /** The texts that the procedure's conditions compare with. */
    private static List<String> words(Procedure procedure) {
        TreeSet<String> words = new TreeSet<>(List.of("something else"));
        procedure.moves().forEach(move -> {
            if (move.when() != null) {
                Matcher literals = LITERAL.matcher(move.when().text());
                while (literals.find()) {
                    words.add(literals.group(1));
                }
            }
        });
        return List.copyOf(words);
    }
}
