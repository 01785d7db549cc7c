package org.assay.engine.internal.turn;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Days on which a comparison with the as-of day may turn, within some days after a day. Used by one thread. */
final class Crossings {
    private static final int MOST_REASONS = 8;

    /** More days than moves by months, done in another order, can differ by. */
    private static final int MARGIN = 14;

    private final LocalDate after;
    private final LocalDate last;
    private final SortedMap<LocalDate, SortedSet<String>> days = new TreeMap<>();

    Crossings(LocalDate after, LocalDate last) {
        this.after = after;
        this.last = last;
    }

    SortedMap<LocalDate, SortedSet<String>> days() {
        return days;
    }

    /** How a truth over the as-of day turns as that day goes on: where it reaches another one, past it, or both. */
    enum Turn {
        REACHED(0, 0),
        PASSED(1, 1),
        BOTH(0, 1);

        private final int from;
        private final int to;

        Turn(int from, int to) {
            this.from = from;
            this.to = to;
        }

        Turn mirrored() {
            return this == REACHED ? PASSED : this == PASSED ? REACHED : this;
        }
    }

    /** One day. */
    void add(LocalDate day, String why) {
        if (day.isAfter(after) && !day.isAfter(last)) {
            SortedSet<String> reasons = days.computeIfAbsent(day, d -> new TreeSet<>());
            if (reasons.size() < MOST_REASONS) {
                reasons.add(why);
            }
        }
    }

    /** Every day: it cannot be told on which of them something turns. */
    void every(String why) {
        for (LocalDate day = after.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            add(day, why);
        }
    }

    /** Where the as-of day, moved, meets some dates. */
    void meet(Shift moving, DayForm.Fixed fixed, Turn turn) {
        // What lies so far from all days that are looked at need not be gone through: there may be thousands of dates
        LocalDate early = fixed.shift().firstOrigin(moving.first(after)).minusDays(MARGIN);
        LocalDate late = fixed.shift().lastOrigin(moving.last(last)).plusDays(MARGIN);
        for (LocalDate day : fixed.days().subSet(early, late)) {
            LocalDate first = moving.firstOrigin(fixed.shift().first(day)).plusDays(turn.from);
            LocalDate end = moving.lastOrigin(fixed.shift().last(day)).plusDays(turn.to);
            if (end.isAfter(after) && !first.isAfter(last)) {
                LocalDate from = first.isAfter(after) ? first : after.plusDays(1);
                for (LocalDate one = from; !one.isAfter(end) && !one.isAfter(last); one = one.plusDays(1)) {
                    add(one, fixed.what() + " " + day);
                }
            }
        }
    }
}
