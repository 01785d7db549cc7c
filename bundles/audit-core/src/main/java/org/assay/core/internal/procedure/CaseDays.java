package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.api.Severity;
import org.assay.core.CaseView;
import org.assay.core.Deadline;

/** What the clocks of cases make due. */
final class CaseDays {
    private static final String OPERATOR = "operator";

    private CaseDays() {}

    /** A clock that tells no task only leads on; it asks nobody to act. */
    static List<Deadline> of(List<CaseView> cases) {
        List<Deadline> days = new ArrayList<>();
        for (CaseView one : cases) {
            for (CaseView.Clock clock : one.clocks()) {
                if (!clock.task().isEmpty()) {
                    days.add(of(one, clock));
                }
            }
        }
        return days;
    }

    /**
     * What is due on a day by clocks that strike at its end: as of that day they have struck, but the day is the last in time.
     *
     * @param today cases as of the day
     * @param before cases as of the day before
     */
    static List<Deadline> lastDay(List<CaseView> today, List<CaseView> before, LocalDate day) {
        List<Deadline> days = new ArrayList<>();
        for (CaseView one : before) {
            for (CaseView.Clock clock : one.clocks()) {
                boolean struck =
                        today.stream().filter(other -> same(one, other)).anyMatch(other -> struck(other, clock, day));
                if (clock.lastDay().equals(day) && !clock.task().isEmpty() && struck) {
                    days.add(of(one, clock));
                }
            }
        }
        return days;
    }

    private static boolean same(CaseView one, CaseView other) {
        return one.regime().equals(other.regime())
                && one.procedure().equals(other.procedure())
                && one.subject().equals(other.subject());
    }

    private static boolean struck(CaseView one, CaseView.Clock clock, LocalDate day) {
        return one.history().stream()
                .anyMatch(move -> day.equals(move.day())
                        && move.evidence().isEmpty()
                        && move.to().equals(clock.to()));
    }

    private static Deadline of(CaseView one, CaseView.Clock clock) {
        boolean own = clock.actor().equals(OPERATOR);
        return new Deadline(
                clock.lastDay(),
                Deadline.Kind.CLOCK,
                own ? Severity.CRITICAL : Severity.HIGH,
                one.regime(),
                one.procedure() + " → " + clock.to(),
                clock.actor(),
                Map.copyOf(clock.task()),
                one.source().act() + ", " + one.source().section(),
                List.of(one.subject()),
                1);
    }
}
