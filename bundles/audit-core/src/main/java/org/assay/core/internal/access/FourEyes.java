package org.assay.core.internal.access;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.assay.core.ConflictException;
import org.assay.core.store.Transaction;

/**
 * Two persons for what matters, where the configuration says so. A person is known by the names of tokens alone, so two
 * names count as one person if one of them made the token of the other, directly or through others, or if both came so from
 * one that did not come with the first start. Who ever made a token of a name is kept for ever: neither a name that is given
 * up and made anew nor one that is gone in between hides it.
 *
 * @param required whether two persons are needed
 */
public record FourEyes(boolean required) {

    /**
     * Lets only a second person go on.
     *
     * @param first who did the first step
     * @param second who wants to do the second
     * @param what the step, such as "activate 2.0.0 of de-bsi"
     * @throws ConflictException {@code second-person-needed}
     */
    public void require(Transaction tx, String first, String second, String what) {
        if (required && isOne(tx.access().makers(), first, second)) {
            String how = first.equals(second) ? "did" : "may have done, by the token of '" + first + "',";
            throw needed("'" + second + "' cannot " + what + ": the same person " + how + " the step before");
        }
    }

    /** That a second person is needed. */
    public static ConflictException needed(String why) {
        return new ConflictException(
                "second-person-needed",
                why,
                "ask somebody whose token neither of the two made: fourEyes is configured");
    }

    static boolean isOne(Map<String, Set<String>> makers, String one, String other) {
        Set<String> mine = origins(makers, one);
        Set<String> theirs = origins(makers, other);
        if (mine.contains(other) || theirs.contains(one)) {
            return true;
        }
        mine.retainAll(theirs);
        mine.removeIf(name -> makers.getOrDefault(name, Set.of()).contains(TokenService.FIRST_START));
        return !Collections.disjoint(mine, makers.keySet());
    }

    /** A name, whoever made a token of it, and so on. */
    private static Set<String> origins(Map<String, Set<String>> makers, String name) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(name));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(makers.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }
}
