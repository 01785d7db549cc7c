package org.assay.engine.internal.world;

import java.util.Optional;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * What one holder has in a supplier on a day.
 *
 * @param holder who
 * @param path the path of the record that says so
 * @param equity the shares of the capital that are known, added up
 * @param equityOpen whether there are more, of which the size is missing
 * @param votes the same of the votes
 * @param votesOpen the same of the votes
 * @param said whether control is said to be there, or not; null where nothing is said
 * @param largest of dispersed holders: the most that one of them has; all where that is missing
 */
record Stake(
        Holder holder,
        String path,
        Fraction equity,
        boolean equityOpen,
        Fraction votes,
        boolean votesOpen,
        @Nullable Boolean said,
        Fraction largest) {
    private static final Fraction HALF = Fraction.of(1, 2);

    static Stake of(FactView owner) {
        FactRecord facts = owner.facts().orElseThrow();
        Optional<Object> equity = facts.get("equity");
        Optional<Object> votes = facts.get("votes");
        return new Stake(
                Holder.of(owner),
                owner.path(""),
                (Fraction) equity.orElse(Fraction.ZERO),
                equity.isEmpty(),
                (Fraction) votes.orElse(Fraction.ZERO),
                votes.isEmpty(),
                (Boolean) facts.get("controls").orElse(null),
                (Fraction) facts.get("largestHolder").orElse(Fraction.ONE));
    }

    /** Two records of one holder. */
    Stake and(Stake more) {
        Boolean both = said == null ? more.said : more.said == null ? said : Boolean.valueOf(said || more.said);
        return new Stake(
                holder,
                path,
                equity.plus(more.equity),
                equityOpen || more.equityOpen,
                votes.plus(more.votes),
                votesOpen || more.votesOpen,
                both,
                largest);
    }

    Fraction known(Right right) {
        return right == Right.EQUITY ? equity : votes;
    }

    boolean isOpen(Right right) {
        return right == Right.EQUITY ? equityOpen : votesOpen;
    }

    /**
     * Whether it gives control: it is said so, or it has more than half of the votes. Dispersed holders have none.
     *
     * @param rest the votes of which the holder is not known to be another
     */
    Truth controls(Fraction rest) {
        if (holder.sort() == Holder.Sort.FLOAT) {
            return Truth.FALSE;
        }
        if (Boolean.TRUE.equals(said) || votes.compareTo(HALF) > 0) {
            return Truth.TRUE;
        }
        boolean settled = said != null || !votesOpen || votes.plus(rest).compareTo(HALF) <= 0;
        return settled ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** The most that a part of unknown size may add, where it gives no control. */
    Fraction most(Right right, Fraction rest) {
        Fraction cap = holder.sort() == Holder.Sort.FLOAT ? largest : Fraction.ONE;
        Fraction more = Interval.least(rest, cap);
        return right == Right.VOTES && holder.sort() != Holder.Sort.FLOAT
                ? Interval.least(more, Interval.minus(HALF, votes))
                : more;
    }

    /** What is held of a supplier. */
    enum Right {
        EQUITY,
        VOTES;

        static final String WORDS = "'equity' or 'votes'";

        static Right of(String word) {
            return switch (word) {
                case "equity" -> EQUITY;
                case "votes" -> VOTES;
                default -> throw new IllegalArgumentException("'" + word + "' is not " + WORDS);
            };
        }
    }
}
