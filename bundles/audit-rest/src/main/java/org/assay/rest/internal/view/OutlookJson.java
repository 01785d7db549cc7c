package org.assay.rest.internal.view;

import java.util.List;
import org.assay.core.OutlookView;
import org.assay.core.Verdict;
import org.assay.rest.internal.call.Languages;
import org.jspecify.annotations.Nullable;

/** What will change if nobody does anything, as the API writes it. */
public record OutlookJson(
        String network,
        String snapshot,
        String from,
        String to,
        String looked,
        boolean complete,
        @Nullable String next,
        List<Day> days,
        List<Change> items,
        @Nullable String nextCursor,
        long total) {

    /**
     * From what core knows.
     *
     * @param again the call that goes on
     */
    public static OutlookJson of(OutlookView outlook, String again, Languages languages) {
        return new OutlookJson(
                outlook.network(),
                outlook.snapshot(),
                outlook.from().toString(),
                outlook.to().toString(),
                outlook.looked().toString(),
                outlook.isComplete(),
                outlook.goesOn() ? again : null,
                outlook.days().stream().map(Day::of).toList(),
                outlook.changes().items().stream()
                        .map(change -> Change.of(change, languages))
                        .toList(),
                outlook.changes().nextCursor(),
                outlook.changes().total());
    }

    /** A day on which verdicts under one regime change. */
    public record Day(
            String day,
            String regime,
            @Nullable String pack,
            List<String> because,
            long changed,
            long newFindings,
            long goneFindings,
            List<DiffJson.Flip> flips) {
        static Day of(OutlookView.Day day) {
            return new Day(
                    day.day().toString(),
                    day.regime(),
                    day.pack(),
                    day.because(),
                    day.changed(),
                    day.newFindings(),
                    day.goneFindings(),
                    day.flips().stream().map(DiffJson.Flip::of).toList());
        }
    }

    /** A verdict that changes on a day. */
    public record Change(String day, @Nullable VerdictJson from, @Nullable VerdictJson to) {
        /** From what core knows. */
        public static Change of(OutlookView.Change change, Languages languages) {
            return new Change(change.day().toString(), view(change.from(), languages), view(change.to(), languages));
        }

        private static @Nullable VerdictJson view(@Nullable Verdict verdict, Languages languages) {
            return verdict == null ? null : VerdictJson.of(verdict, languages);
        }

        /** As cells of a table. */
        public List<String> cells() {
            VerdictJson some = to == null ? from : to;
            if (some == null) {
                throw new IllegalStateException("a change without a verdict before or after");
            }
            return List.of(
                    day,
                    some.regime(),
                    some.requirement(),
                    some.subject().kind(),
                    some.subject().id(),
                    from == null ? "" : from.outcome().name(),
                    to == null ? "" : to.outcome().name(),
                    some.code() == null ? "" : some.code(),
                    some.severity(),
                    to == null || some.because() == null ? "" : some.because());
        }
    }
}
