package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an expression learnt about its subject. What it learnt is the key's value for that subject; two subjects
 * with equal values for every key that an evaluation noted get the same result from it.
 */
public sealed interface ReadKey {
    /** Whether its value hangs on the day of the world in which it is asked. */
    default boolean isOfItsDay() {
        return false;
    }

    /** Which one it is: nothing less tells all that was learnt. */
    ReadKey WHOLE = new Whole();

    /** Whether it is in service on the day of the audit. */
    ReadKey IN_SERVICE = new InService();

    /** Its supplier and makers. */
    ReadKey SUPPLIERS = new Suppliers();

    /** The contracts that are about it. */
    ReadKey CONTRACTS = new Contracts();

    /** Stands for a fact that is missing, and for a record that should be named but is not. */
    Object MISSING = "(missing)".toCharArray();

    /** Its value for a subject, comparable by {@code equals}. */
    Object of(FactView subject);

    /** A fact, by its path within the subject. */
    record Field(String path) implements ReadKey {
        @Override
        public Object of(FactView subject) {
            FactView in = holder(subject, path);
            return in == null ? MISSING : plain(in.read(last(path)));
        }
    }

    /** Whether a fact is there. */
    record Known(String path) implements ReadKey {
        @Override
        public Object of(FactView subject) {
            FactView in = holder(subject, path);
            return in != null && in.knows(last(path));
        }
    }

    /** A fact as it was delivered, which is shown where its value may tell less. */
    record Shown(String path) implements ReadKey {
        @Override
        public Object of(FactView subject) {
            FactView in = holder(subject, path);
            return in == null ? MISSING : in.delivered(last(path));
        }
    }

    /** Whether it is the record of that kind and id. */
    record Is(String other) implements ReadKey {
        @Override
        public Object of(FactView subject) {
            return subject.subject().equals(other);
        }
    }

    /** The evidence of a kind that is given for it. */
    record Evidence(String kind) implements ReadKey {
        @Override
        public boolean isOfItsDay() {
            return true;
        }

        @Override
        public Object of(FactView subject) {
            return plain(subject.world().joins().evidenceFor(subject, kind));
        }
    }

    /** What another key says in the world of one day, where an evaluation looks at several days. */
    record On(LocalDate day, ReadKey key) implements ReadKey {
        @Override
        public Object of(FactView subject) {
            return key.of(subject);
        }
    }

    /** See {@link #WHOLE}. */
    record Whole() implements ReadKey {
        @Override
        public Object of(FactView subject) {
            return subject.subject();
        }
    }

    /** See {@link #IN_SERVICE}. */
    record InService() implements ReadKey {
        @Override
        public boolean isOfItsDay() {
            return true;
        }

        @Override
        public Object of(FactView subject) {
            return plain(Service.on(subject, subject.world().asOf()));
        }
    }

    /** See {@link #SUPPLIERS}. */
    record Suppliers() implements ReadKey {
        @Override
        public Object of(FactView subject) {
            return plain(subject.world().joins().suppliersOf(subject));
        }
    }

    /** See {@link #CONTRACTS}. */
    record Contracts() implements ReadKey {
        @Override
        public Object of(FactView subject) {
            return plain(subject.world().joins().contractsFor(subject));
        }
    }

    /** The record within the subject that has the last field of a path; null where a list is too short for it. */
    private static @Nullable FactView holder(FactView subject, String path) {
        Object in = subject;
        int from = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            String step = path.substring(from, dot);
            from = dot + 1;
            if (in instanceof List<?> list) {
                int number = Integer.parseInt(step);
                in = number < list.size() ? list.get(number) : MISSING;
            } else if (in instanceof FactView view) {
                in = view.read(step);
            }
        }
        return in instanceof FactView view ? view : null;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Object plain(Object value) {
        if (value instanceof Unknown
                || value instanceof FactView view && view.missing().isPresent()) {
            return MISSING;
        }
        if (value instanceof FactView view) {
            return view.contents();
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>(list.size());
            list.forEach(element -> plain.add(plain(element)));
            return plain;
        }
        return value;
    }
}
