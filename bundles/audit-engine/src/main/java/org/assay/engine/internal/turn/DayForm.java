package org.assay.engine.internal.turn;

import java.time.LocalDate;
import java.util.SortedSet;

/** One way in which an expression may come to a date. */
sealed interface DayForm {
    /** The same, moved. */
    DayForm moved(Shift by);

    /** The as-of day, moved. */
    record Moving(Shift shift) implements DayForm {
        @Override
        public DayForm moved(Shift by) {
            return new Moving(shift.then(by));
        }
    }

    /**
     * One of some dates that do not hang on the as-of day, moved.
     *
     * @param days the dates
     * @param what where they come from, for people
     */
    record Fixed(SortedSet<LocalDate> days, String what, Shift shift) implements DayForm {
        @Override
        public DayForm moved(Shift by) {
            return new Fixed(days, what, shift.then(by));
        }
    }

    /** A date of which nothing is known here. */
    record Any() implements DayForm {
        @Override
        public DayForm moved(Shift by) {
            return this;
        }
    }
}
