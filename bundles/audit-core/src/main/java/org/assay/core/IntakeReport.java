package org.assay.core;

import java.util.List;

/**
 * What intake did with facts that it took.
 *
 * @param snapshot the snapshot they made, or the newest one if it holds exactly these facts
 * @param isNew false if the newest snapshot holds exactly these facts
 * @param untyped regimes whose facts were kept but not checked, because no pack of theirs is active
 * @param notes what somebody should know, a line each
 */
public record IntakeReport(SnapshotView snapshot, boolean isNew, List<String> untyped, List<String> notes) {
    public IntakeReport {
        untyped = List.copyOf(untyped);
        notes = List.copyOf(notes);
    }
}
