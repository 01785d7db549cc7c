package org.assay.engine.internal.columnar;

import java.util.List;
import org.assay.engine.internal.lang.Condition;

/** What conditions come to for subjects that are judged together. Not thread-safe. */
final class Conditions {
    private final List<Atom> atoms;
    private final Members members;

    /** Conditions over atoms, by number. */
    Conditions(List<Atom> atoms, Members members) {
        this.atoms = atoms;
        this.members = members;
    }

    /** Answers about the components of something. */
    interface Members {
        /** What a condition on them comes to for some subjects. */
        Masks ask(Condition.Members condition, long[] asked);
    }

    /** What a condition comes to for some subjects; each part is asked only where it matters. */
    Masks ask(Condition condition, long[] asked) {
        if (none(asked)) {
            return Masks.empty(asked.length);
        }
        if (condition instanceof Condition.Atom atom) {
            return atoms.get(atom.number()).ask(asked);
        }
        if (condition instanceof Condition.And and) {
            Masks first = ask(and.first(), asked);
            return first.and(ask(and.second(), first.notNo(asked)));
        }
        if (condition instanceof Condition.Or or) {
            Masks first = ask(or.first(), asked);
            return first.or(ask(or.second(), without(asked, first.yes())));
        }
        if (condition instanceof Condition.Not not) {
            return ask(not.of(), asked).not(asked);
        }
        if (condition instanceof Condition.Choice choice) {
            Masks when = ask(choice.when(), asked);
            return when.choose(ask(choice.then(), when.yes()), ask(choice.otherwise(), when.no(asked)));
        }
        if (condition instanceof Condition.Members some) {
            return members.ask(some, asked);
        }
        boolean always = ((Condition.Fixed) condition).value();
        int words = asked.length;
        return always ? new Masks(asked.clone(), new long[words], new long[words]) : Masks.empty(words);
    }

    private static boolean none(long[] asked) {
        for (long word : asked) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    private static long[] without(long[] asked, long[] taken) {
        long[] rest = new long[asked.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = asked[i] & ~taken[i];
        }
        return rest;
    }
}
