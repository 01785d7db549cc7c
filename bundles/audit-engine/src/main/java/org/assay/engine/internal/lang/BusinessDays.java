package org.assay.engine.internal.lang;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.assay.engine.facts.Days;
import org.assay.engine.internal.measure.Range;
import org.assay.engine.internal.world.RowView;

/**
 * Counts from Monday to Friday, leaving out the days of a table. Where a row is unsure, or the table may lack rows, or has
 * none for a year, the day lies within a range.
 */
final class BusinessDays {
    /** The column that holds the days. */
    static final String COLUMN = "day";

    private static final int MOST = 5_000;

    private final Set<LocalDate> sure = new HashSet<>();
    private final Set<LocalDate> open = new HashSet<>();
    private final Set<Integer> years = new HashSet<>();
    private final String path;
    private boolean incomplete;

    private BusinessDays(RowView.Rows table) {
        this.path = table.path();
        table.forEach(row -> add((RowView) row));
    }

    private void add(RowView row) {
        if (!(row.read(COLUMN) instanceof LocalDate day)) {
            incomplete = true;
            return;
        }
        years.add(day.getYear());
        if (!row.holdsOn(day)) {
            return;
        }
        if (row.sure() instanceof Boolean) {
            sure.add(day);
        } else {
            open.add(day);
        }
    }

    /**
     * The business day so many after a day, or before it for a number below 0; with 0 the day itself.
     *
     * @throws IllegalArgumentException beyond 5,000 days
     */
    static Object add(Object from, long count, RowView.Rows table) {
        LocalDate day = (LocalDate) from;
        if (count > MOST || count < -MOST) {
            throw new IllegalArgumentException("addBusinessDays() counts at most " + MOST + " days, not " + count);
        }
        boolean endless = day.equals(Days.NEVER) || day.equals(LocalDate.MIN);
        return count == 0 || endless ? day : new BusinessDays(table).from(day, count);
    }

    private Object from(LocalDate day, long count) {
        boolean later = count > 0;
        LocalDate near = walk(day, count, sure);
        Set<LocalDate> all = new HashSet<>(sure);
        all.addAll(open);
        LocalDate far = walk(day, count, all);
        if (incomplete || !covers(day, far)) {
            far = later ? Days.NEVER : LocalDate.MIN;
        }
        return later ? Range.of(near, far, Set.of(path)) : Range.of(far, near, Set.of(path));
    }

    private static LocalDate walk(LocalDate from, long count, Set<LocalDate> holidays) {
        long step = Long.signum(count);
        LocalDate day = from;
        for (long left = Math.abs(count); left > 0; ) {
            day = day.plusDays(step);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            left -= weekend || holidays.contains(day) ? 0 : 1;
        }
        return day;
    }

    private boolean covers(LocalDate from, LocalDate to) {
        for (int year = Math.min(from.getYear(), to.getYear());
                year <= Math.max(from.getYear(), to.getYear());
                year++) {
            if (!years.contains(year)) {
                return false;
            }
        }
        return true;
    }
}
