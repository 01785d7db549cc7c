package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.internal.lang.Compiled;
import org.jspecify.annotations.Nullable;

/** The answers to a question as numbers; those that only differ in what is missing have one. Not thread-safe. */
final class Answers {
    private static final Object MISSING = new Object();
    private static final Object NOTHING = new Object();

    private final Lookup<Compiled.Result> lookup;
    private final Reader<Compiled.Result> reader;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Compiled.Result> answers = new ArrayList<>();
    private Lookup.@Nullable Table<Compiled.Result> table;
    private int[] byCode = {};

    Answers(Lookup<Compiled.Result> lookup, Reader<Compiled.Result> reader) {
        this.lookup = lookup;
        this.reader = reader;
    }

    /** The number of a subject's answer. */
    int number(int subject) {
        Lookup.Table<Compiled.Result> known = lookup.table();
        if (known == null) {
            return number(lookup.answer(subject, reader));
        }
        if (known != table) {
            table = known;
            byCode = new int[known.marks().length];
        }
        int code = known.codes()[subject];
        if (byCode[code] == 0) {
            int number = number(lookup.answer(subject, reader));
            // What is not in the table may differ for the next one with this code
            byCode[code] = known.marks()[code] == Lookup.NONE ? 0 : number + 1;
            return number;
        }
        return byCode[code] - 1;
    }

    Compiled.Result answer(int number) {
        return answers.get(number);
    }

    private int number(Compiled.Result answer) {
        return numbers.computeIfAbsent(name(answer), n -> {
            answers.add(answer);
            return answers.size() - 1;
        });
    }

    private static Object name(Compiled.Result answer) {
        Object value = answer.value();
        if (value != null) {
            return value;
        }
        Object missing = answer.missing().isEmpty() ? NOTHING : MISSING;
        return answer.error().isEmpty() ? missing : List.of(answer.error());
    }
}
