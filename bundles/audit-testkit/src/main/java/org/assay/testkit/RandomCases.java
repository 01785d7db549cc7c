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

/** Makes networks in which cases of a procedure take random courses. Used by one thread. */
final class RandomCases {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 2_000;
    private static final int MOST_COMPONENTS = 4;
    private static final Pattern LITERAL = Pattern.compile("'([A-Za-z0-9 _-]{1,60})'");

    private final RulePack pack;
    private final Procedure procedure;
    private final Random random;
    private final List<String> words;
    private final boolean corrects;
    private int size;

    RandomCases(RulePack pack, Procedure procedure, long seed) {
        this.pack = pack;
        this.procedure = procedure;
        this.random = new Random(seed);
        this.words = words(procedure);
        this.corrects = random.nextInt(3) == 0;
    }

    /** Whether there may be corrections, which rewrite the past on purpose. */
    boolean corrects() {
        return corrects;
    }

    /** A random day of the years in which the cases play. */
    LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    /** A network document in part: records that open cases, some of them alike, and up to eight that may move them. */
    Map<String, Object> given() {
        List<Map<String, Object>> evidence = new ArrayList<>();
        Map<String, Object> given = new LinkedHashMap<>();
        Procedure.Opening opening =
                procedure.openings().get(random.nextInt(procedure.openings().size()));
        List<String> kinds = procedure.kinds();
        if (opening.subject().startsWith("evidence.")) {
            evidence.add(record("r0", opening.subject().substring("evidence.".length()), List.of()));
        } else {
            given.put("components", components());
        }
        int moves = kinds.isEmpty() ? 0 : 1 + random.nextInt(8);
        for (int i = 1; i <= moves; i++) {
            String kind = corrects && random.nextInt(5) == 0 ? "correction" : kinds.get(random.nextInt(kinds.size()));
            String before = evidence.isEmpty() ? "" : "r" + (random.nextBoolean() ? 0 : random.nextInt(i));
            boolean there = evidence.stream().anyMatch(one -> before.equals(one.get("id")));
            evidence.add(record("r" + i, kind, there ? List.of(before) : List.of()));
        }
        given.put("evidence", evidence);
        return given;
    }

    /** Up to four, of which some differ by their names only. */
    private List<Map<String, Object>> components() {
        List<Map<String, Object>> components = new ArrayList<>();
        size = 1 + random.nextInt(MOST_COMPONENTS);
        while (components.size() < size) {
            Map<String, Object> one =
                    components.isEmpty() || random.nextBoolean() ? component() : new LinkedHashMap<>(components.get(0));
            one.put("id", "c" + components.size());
            components.add(one);
        }
        return components;
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
        maybe(record, "validFrom", from.toString());
        maybe(record, "validUntil", from.plusDays(random.nextInt(900)).toString());
        maybe(record, "result", words.get(random.nextInt(words.size())));
        if (random.nextInt(6) == 0) {
            record.put("ended", from.plusDays(random.nextInt(400)).toString());
        }
        facts(record, "evidence." + kind);
        return record;
    }

    /** Of the components none, or one or two. */
    private List<String> named() {
        return size == 0
                ? List.of()
                : random.ints(random.nextInt(3), 0, size)
                        .distinct()
                        .mapToObj(number -> "c" + number)
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
            return Optional.of(words.get(random.nextInt(words.size())));
        } else if (type instanceof FactType.OneOf one) {
            return Optional.of(one.values().get(random.nextInt(one.values().size())));
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
