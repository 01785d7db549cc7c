package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.ReadLog;
import org.jspecify.annotations.Nullable;

/**
 * Answers to one question about the subjects of a kind. A question is put to CEL for one subject, and it is noted what is
 * read; every subject with the same values there gets the same answer without CEL. Once nothing new is read any more, a
 * table by what is read together stands before the tree. Thread-safe: CEL is asked by whoever needs an answer, at worst
 * twice for the same one.
 *
 * @param <A> an answer that holds nothing of the subject for which it was found
 */
final class Lookup<A> {
    /** Steps that are kept for one question; beyond, CEL is asked for every subject. */
    private static final int MAX_NODES = 500_000;

    /** So many answers in a row without anything new read, or this part of all: what is read is known. */
    private static final int STEADY = 64;

    private static final int MAX_COLUMNS = 12;
    private static final int NODE_BYTES = 64;

    /** A mark that no answer has. */
    static final byte NONE = 0;

    private final ToIntFunction<A> marker;
    private final int enough;
    private final Node<A> root = new Node<>(0);
    private final Set<Step> steps = new HashSet<>();
    private volatile @Nullable Table<A> table;
    private volatile int nodes;
    private int steady;
    private boolean single;

    /**
     * A question to which nobody knows an answer yet.
     *
     * @param marker gives a mark other than {@link #NONE} for each answer, by which tables are read fast
     * @param subjects how many subjects there are
     */
    Lookup(ToIntFunction<A> marker, int subjects) {
        this.marker = marker;
        this.enough = Math.max(STEADY, subjects / STEADY);
    }

    /** By whom a question is put, and to whom. */
    interface Asker<A> {
        /** Where it is noted what is read for one answer. */
        default ReadLog log() {
            return new ReadLog();
        }

        /** The answer for one subject, whose every use is noted. */
        A ask(int subject, ReadLog log);

        /** What a note asks of every subject. */
        Step step(ReadKey key);

        /** What is known of the subjects. */
        Columns columns();
    }

    /**
     * Answers by what is read together.
     *
     * @param steps what is read
     * @param codes the code of each subject
     * @param answers by code; null where nobody asked yet
     * @param marks the same as marks
     */
    record Table<A>(Set<Step> steps, char[] codes, @Nullable A[] answers, byte[] marks) {}

    /** The table, if there is one. */
    @Nullable
    Table<A> table() {
        return table;
    }

    /** The answer for a subject. */
    A answer(int subject, Asker<A> asker) {
        Table<A> known = table;
        if (known != null) {
            A answer = known.answers[known.codes[subject]];
            if (answer != null) {
                return answer;
            }
        }
        boolean told = known != null;
        Node<A> node = root;
        for (Step step = node.step; step != null; step = node.step) {
            told = told && known.steps.contains(step);
            Node<A> child = node.find(step.code(subject));
            if (child == null) {
                return found(subject, asker);
            }
            node = child;
        }
        A answer = node.answer;
        if (answer == null) {
            return found(subject, asker);
        }
        if (told) {
            known.answers[known.codes[subject]] = answer;
            known.marks[known.codes[subject]] = (byte) marker.applyAsInt(answer);
        } else if (known == null && ++steady == enough) {
            tabulate(asker);
        }
        return answer;
    }

    /** The answer for a subject, if it is known. */
    @Nullable
    A known(int subject) {
        Node<A> node = root;
        for (Step step = node.step; step != null; step = node.step) {
            Node<A> child = node.find(step.code(subject));
            if (child == null) {
                return null;
            }
            node = child;
        }
        return node.answer;
    }

    /** The columns that are read; null where something else is, or too much, or it matters which subject it is. */
    synchronized @Nullable Set<Column> columns() {
        Set<Column> columns = new HashSet<>();
        for (Step step : steps) {
            if (step.column() == null) {
                return null;
            }
            columns.add(step.column());
        }
        return single || columns.size() > MAX_COLUMNS ? null : columns;
    }

    private A found(int subject, Asker<A> asker) {
        ReadLog log = asker.log();
        A answer = asker.ask(subject, log);
        if (nodes < MAX_NODES) {
            Set<ReadKey> read = log.keys();
            List<Step> path = read.contains(ReadKey.WHOLE)
                    ? List.of()
                    : read.stream().map(asker::step).toList();
            keep(subject, path, read.contains(ReadKey.WHOLE), answer);
        }
        return answer;
    }

    private synchronized void keep(int subject, List<Step> read, boolean whole, A answer) {
        Set<Step> unread = new HashSet<>(read);
        Node<A> node = root;
        for (Step step = node.step; step != null; step = node.step) {
            unread.remove(step);
            node = node.child(step.code(subject));
        }
        if (node.single || node.answer != null) {
            return;
        }
        if (whole) {
            node.single = true;
            single = true;
            return;
        }
        for (Step step : read) {
            if (unread.contains(step)) {
                read(step);
                node.step = step;
                node = node.child(step.code(subject));
                nodes++;
            }
        }
        node.answer = answer;
    }

    private void read(Step step) {
        if (steps.add(step)) {
            table = null;
            steady = 0;
        }
    }

    private synchronized void tabulate(Asker<A> asker) {
        List<Column> columns = new ArrayList<>();
        for (Step step : steps) {
            if (step.column() == null || columns.size() == MAX_COLUMNS) {
                return;
            }
            columns.add(step.column());
        }
        columns.sort((one, other) -> Integer.compare(one.number(), other.number()));
        Tuples tuples = asker.columns().tuples(columns);
        if (tuples != null) {
            table = new Table<>(Set.copyOf(steps), tuples.codes(), answers(tuples.size()), new byte[tuples.size()]);
        }
    }

    /** About how many bytes it takes, codes apart: they are shared. */
    long bytes() {
        Table<A> known = table;
        return (long) NODE_BYTES * (nodes + 1) + (known == null ? 0 : 5L * known.marks.length);
    }

    @SuppressWarnings("unchecked")
    private static <A> @Nullable A[] answers(int size) {
        return (A[]) new Object[size];
    }
}
