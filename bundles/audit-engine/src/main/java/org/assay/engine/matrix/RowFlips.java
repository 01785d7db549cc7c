package org.assay.engine.matrix;

import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import org.assay.api.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What changed under one requirement. Subjects have places in an {@link Alignment}: where both matrices have the same subjects, a
 * place is the subject's number in both. Immutable and thread-safe.
 *
 * @param requirement its id
 * @param before its verdicts in the first matrix; null if it has none there, or none that is wanted
 * @param after its verdicts in the second
 * @param alignment where the subjects of both stand: list 0 those before, list 1 those after
 * @param changed the places of the subjects whose outcome or code changed, or who have a verdict only before or only after
 * @param flips the same by outcomes before and after: no place is in two of them, and all are in one
 */
public record RowFlips(
        String requirement,
        @Nullable BitmapRow before,
        @Nullable BitmapRow after,
        Alignment alignment,
        SubjectSet changed,
        List<Flip> flips) {
    /** What stands for "no verdict". */
    public static final int NO_CELL = -1;

    public RowFlips {
        flips = List.copyOf(flips);
    }

    /**
     * The subjects whose verdicts went from one outcome to another; to the same where only the code changed.
     *
     * @param from null where there was no verdict
     * @param to null where there is none any more
     * @param places the subjects' places
     */
    public record Flip(@Nullable Outcome from, @Nullable Outcome to, SubjectSet places) {
        /** How many they are. */
        public int count() {
            return places.size();
        }
    }

    /**
     * One subject's change.
     *
     * @param subject its id
     * @param numberBefore its number before; below 0 if it was not there
     * @param numberAfter its number after; below 0 if it is not there
     * @param before its cell before, or {@link #NO_CELL}
     * @param after its cell after, or {@link #NO_CELL}
     */
    public record Change(String subject, int numberBefore, int numberAfter, int before, int after) {}

    /** The kind of subject. */
    public String kind() {
        BitmapRow row = before == null ? after : before;
        return row == null ? "" : row.head().subjectKind();
    }

    /** The change at a place. */
    public Change at(int place) {
        int old = before == null ? -1 : alignment.number(0, place);
        int fresh = after == null ? -1 : alignment.number(1, place);
        return new Change(alignment.id(place), old, fresh, cell(before, old), cell(after, fresh));
    }

    private static int cell(@Nullable BitmapRow row, int number) {
        return row == null || number < 0 ? NO_CELL : row.cell(number);
    }

    /**
     * Changes in the order of subjects, found one by one as they are asked for.
     *
     * @param places {@link #changed}, or those of a flip, or what another set leaves of them
     * @param first how many to leave out at the start; leaving them out costs nothing
     */
    public Iterator<Change> changes(SubjectSet places, int first) {
        boolean any = first < places.size();
        PrimitiveIterator.OfInt left =
                any ? places.from(places.at(first)) : SubjectSet.none().from(0);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return left.hasNext();
            }

            @Override
            public Change next() {
                return at(left.nextInt());
            }
        };
    }
}
