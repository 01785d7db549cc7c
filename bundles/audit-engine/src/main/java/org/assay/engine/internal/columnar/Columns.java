package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about the subjects of one kind, for whatever audit: columns, what they hold together, answers. Each is
 * made when it is first asked for, and the least recently used are given up beyond a bound. Thread-safe; holds no world.
 */
final class Columns {
    private static final long MOST_BYTES = 128L << 20;

    /** Of each of these there may be so much for a subject. */
    private static final long BYTES_PER_SUBJECT = 256;

    private final Subjects subjects;
    private final Map<Object, Column> columns = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<List<Column>, Optional<Tuples>> tuples = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Object, Lookup<?>> lookups = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Column, Map<Object, int[]>> members = new LinkedHashMap<>(16, 0.75f, true);
    private int made;

    Columns(Subjects subjects) {
        this.subjects = subjects;
    }

    /** The same subjects, with what does not follow from evidence. */
    synchronized Columns withoutEvidence() {
        Columns copy = new Columns(subjects);
        Set<Column> stay = new HashSet<>();
        columns.forEach((name, column) -> {
            if (!Scopes.isOfEvidence(column.key())) {
                copy.columns.put(name, column);
                stay.add(column);
            }
        });
        tuples.forEach((several, together) -> {
            if (stay.containsAll(several)) {
                copy.tuples.put(several, together);
            }
        });
        members.forEach((column, of) -> {
            if (stay.contains(column)) {
                copy.members.put(column, of);
            }
        });
        lookups.forEach((question, lookup) -> {
            if (AtomKey.isFree(question)) {
                copy.lookups.put(question, lookup);
            }
        });
        copy.made = made;
        return copy;
    }

    Subjects subjects() {
        return subjects;
    }

    /** The column of a key, as some world sees it. */
    synchronized Column column(ReadKey key, World world) {
        Object name = List.of(key, Scopes.of(key, world));
        Column known = columns.get(name);
        if (known == null) {
            known = make(key, world);
            columns.put(name, known);
            shrink(columns, column -> column.codes().bytes());
        }
        return known;
    }

    private Column make(ReadKey key, World world) {
        Scopes.Base base = Scopes.base(key, subjects, world);
        Codes rows = base.paths().isEmpty() ? null : raw(base.paths());
        Dictionary dictionary = new Dictionary();
        int[] codes = new int[subjects.size()];
        int[] byRow = {};
        for (int i = 0; i < codes.length; i++) {
            if (rows == null || base.alone().test(subjects.ids().get(i))) {
                codes[i] = dictionary.code(key.of(subjects.alone(i, world)));
                continue;
            }
            int row = rows.get(i);
            if (row >= byRow.length) {
                byRow = Arrays.copyOf(byRow, Math.max(row + 1, byRow.length * 2));
            }
            if (byRow[row] == 0) {
                byRow[row] = dictionary.code(key.of(subjects.alone(i, world))) + 1;
            }
            codes[i] = byRow[row] - 1;
        }
        return new Column(made++, key, Codes.of(codes, dictionary.values.size()), List.copyOf(dictionary.values));
    }

    /** Numbers values in the order in which they come. */
    private static final class Dictionary {
        private final Map<Object, Integer> numbers = new HashMap<>();
        private final List<Object> values = new ArrayList<>();

        int code(Object value) {
            Integer known = numbers.putIfAbsent(value, values.size());
            if (known == null) {
                values.add(value);
                return values.size() - 1;
            }
            return known;
        }
    }

    /** What the facts at some paths are together; null where that is too much. */
    private @Nullable Codes raw(List<String> paths) {
        List<Column> bases = new ArrayList<>();
        for (String path : paths) {
            Column known = columns.get(path);
            if (known == null) {
                known = Scopes.raw(path, subjects, made++);
                columns.put(path, known);
            }
            bases.add(known);
        }
        if (bases.size() == 1) {
            return bases.get(0).codes();
        }
        Tuples together = tuples(bases);
        return together == null ? null : Codes.of(together.codes());
    }

    /** What several columns hold together; null where that is too much. */
    synchronized @Nullable Tuples tuples(List<Column> several) {
        Optional<Tuples> known = tuples.get(several);
        if (known == null) {
            known = Optional.ofNullable(together(several));
            tuples.put(several, known);
            shrink(tuples, some -> some.map(one -> 2L * one.codes().length).orElse(1L));
        }
        return known.orElse(null);
    }

    private @Nullable Tuples together(List<Column> several) {
        int last = several.size() - 1;
        if (last < 0) {
            return new Tuples(new char[subjects.size()], 1, new int[1]);
        }
        if (last == 0) {
            return Tuples.of(several.get(0), subjects.size());
        }
        Tuples first = tuples(List.copyOf(several.subList(0, last)));
        return first == null ? null : first.and(several.get(last));
    }

    /** The answers to a question, made empty if there are none. */
    @SuppressWarnings("unchecked")
    synchronized <A> Lookup<A> lookup(Object question, ToIntFunction<A> marker) {
        Lookup<?> known = lookups.get(question);
        if (known == null) {
            known = new Lookup<>(marker, subjects.size());
            lookups.put(question, known);
            shrink(lookups, Lookup::bytes);
        }
        return (Lookup<A>) known;
    }

    /** The numbers of the subjects by what a column says of them; where that is a list, by each of its elements. */
    synchronized Map<Object, int[]> members(Column column) {
        Map<Object, int[]> known = members.get(column);
        if (known == null) {
            known = reverse(column);
            members.put(column, known);
            shrink(members, any -> 4L * subjects.size());
        }
        return known;
    }

    private Map<Object, int[]> reverse(Column column) {
        Map<Object, Integer> numbers = new HashMap<>();
        List<int[]> groups = new ArrayList<>();
        for (Object value : column.values()) {
            List<?> targets = value instanceof List<?> list ? list : List.of(value);
            groups.add(targets.stream()
                    .mapToInt(target -> numbers.computeIfAbsent(target, t -> numbers.size()))
                    .toArray());
        }
        int[] sizes = new int[numbers.size()];
        int[][] found = new int[numbers.size()][];
        Arrays.setAll(found, i -> new int[2]);
        for (int subject = 0; subject < subjects.size(); subject++) {
            for (int group : groups.get(column.code(subject))) {
                if (sizes[group] == found[group].length) {
                    found[group] = Arrays.copyOf(found[group], sizes[group] * 2);
                }
                found[group][sizes[group]++] = subject;
            }
        }
        Map<Object, int[]> reversed = new HashMap<>();
        numbers.forEach((target, group) -> reversed.put(target, Arrays.copyOf(found[group], sizes[group])));
        return reversed;
    }

    private <V> void shrink(Map<?, V> kept, ToLongFunction<V> bytes) {
        long left = Math.max(MOST_BYTES, BYTES_PER_SUBJECT * subjects.size());
        long taken = kept.values().stream().mapToLong(bytes).sum();
        var oldest = kept.values().iterator();
        while (taken > left && kept.size() > 1) {
            taken -= bytes.applyAsLong(oldest.next());
            oldest.remove();
        }
    }
}
