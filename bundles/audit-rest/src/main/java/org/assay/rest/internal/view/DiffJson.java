package org.assay.rest.internal.view;

import java.util.List;
import org.assay.api.Outcome;
import org.assay.core.AuditDiff;
import org.assay.core.Verdict;
import org.assay.rest.internal.call.Languages;
import org.jspecify.annotations.Nullable;

/** What changed from one audit to another, as the API writes it. */
public record DiffJson(
        String from, String to, List<Flip> flips, List<Change> items, @Nullable String nextCursor, long total) {

    /** From what core knows. */
    public static DiffJson of(AuditDiff diff, Languages languages) {
        return new DiffJson(
                diff.from(),
                diff.to(),
                diff.flips().stream().map(Flip::of).toList(),
                diff.changes().items().stream()
                        .map(change -> Change.of(change, languages))
                        .toList(),
                diff.changes().nextCursor(),
                diff.changes().total());
    }

    /** A number of changes of one sort. */
    public record Flip(String regime, @Nullable Outcome from, @Nullable Outcome to, long count) {
        static Flip of(AuditDiff.Flip flip) {
            return new Flip(flip.regime(), flip.from(), flip.to(), flip.count());
        }
    }

    /** A verdict that changed, is new or is gone. */
    public record Change(@Nullable VerdictJson from, @Nullable VerdictJson to) {
        static Change of(AuditDiff.Change change, Languages languages) {
            return new Change(view(change.from(), languages), view(change.to(), languages));
        }

        private static @Nullable VerdictJson view(@Nullable Verdict verdict, Languages languages) {
            return verdict == null ? null : VerdictJson.of(verdict, languages);
        }
    }
}
