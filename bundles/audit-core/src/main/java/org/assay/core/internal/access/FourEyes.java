package org.assay.core.internal.access;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assay.core.ConflictException;
import org.assay.core.store.TokenLine;
import org.assay.core.store.Transaction;

/**
 * Two persons for what matters, where the configuration says so. A person is known by the names of tokens alone, so two
 * names count as one person if one of them made the token of the other, directly or through others, or if both came so from
 * one that did not come with a first start. Who made which token is kept for ever, each time that a name is made: a name that
 * is given up and made anew is the same person, and whoever made it anew is one with it and with those to whom it then
 * hands out tokens, not with those to whom it did before.
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
        if (required && isOne(tx.access().lines(), first, second)) {
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

    static boolean isOne(List<TokenLine> lines, String one, String other) {
        Set<TokenLine> mine = origins(lines, one);
        Set<TokenLine> theirs = origins(lines, other);
        return one.equals(other)
                || names(mine).contains(other)
                || names(theirs).contains(one)
                || !Collections.disjoint(handedOut(mine), handedOut(theirs));
    }

    private static Set<String> names(Set<TokenLine> lines) {
        Set<String> names = new HashSet<>();
        lines.forEach(line -> names.add(line.name()));
        return names;
    }

    /** The names, without a token that came with a first start: handing out tokens makes nobody one person with another. */
    private static Set<String> handedOut(Set<TokenLine> lines) {
        Set<String> names = new HashSet<>();
        for (TokenLine line : lines) {
            boolean first = lines.stream()
                    .anyMatch(same -> same.name().equals(line.name())
                            && same.number() == line.number()
                            && same.maker().equals(TokenService.FIRST_START));
            if (!first) {
                names.add(line.name());
            }
        }
        return names;
    }

    /** Every token of a name, those by which they were made, as these were then, and so on. */
    private static Set<TokenLine> origins(List<TokenLine> lines, String name) {
        Set<TokenLine> seen = new HashSet<>();
        Deque<TokenLine> open = new ArrayDeque<>();
        lines.stream().filter(line -> line.name().equals(name)).forEach(open::add);
        while (!open.isEmpty()) {
            TokenLine next = open.pop();
            if (seen.add(next)) {
                lines.stream()
                        .filter(line -> line.name().equals(next.maker()) && line.number() == next.makerNumber())
                        .forEach(open::add);
            }
        }
        return seen;
    }
}
