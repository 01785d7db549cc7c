package org.assay.rest.internal.view;

import java.util.List;
import java.util.Map;
import org.assay.core.IntakeReport;
import org.assay.core.SnapshotView;
import org.jspecify.annotations.Nullable;

/** A snapshot as the API writes it. */
public record SnapshotJson(
        String network,
        long number,
        String digest,
        String knownAt,
        String recordedBy,
        Map<String, Integer> records,
        RetentionJson.@Nullable Gone removed) {

    /** From what core knows. */
    public static SnapshotJson of(SnapshotView snapshot) {
        return new SnapshotJson(
                snapshot.network(),
                snapshot.number(),
                snapshot.digest(),
                snapshot.recordedAt().toString(),
                snapshot.recordedBy(),
                snapshot.records(),
                RetentionJson.Gone.of(snapshot.removed()));
    }

    /** A snapshot with what intake has to say about it. */
    public record Intake(SnapshotJson snapshot, boolean isNew, List<String> unchecked, List<String> notes) {
        /** From what core reports. */
        public static Intake of(IntakeReport report) {
            return new Intake(SnapshotJson.of(report.snapshot()), report.isNew(), report.untyped(), report.notes());
        }
    }
}
