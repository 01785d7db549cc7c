package org.assay.core.internal.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.core.NetworkView;
import org.assay.core.SnapshotView;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Kept;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.SnapshotRow;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.jspecify.annotations.Nullable;

/** From rows to views. */
record NetworkViews(Json json) {

    NetworkView view(NetworkRow row, @Nullable SnapshotRow latest) {
        return new NetworkView(
                row.id(),
                row.name(),
                row.country(),
                row.revision(),
                row.changedAt(),
                row.changedBy(),
                latest == null ? null : view(latest));
    }

    SnapshotView view(SnapshotRow row) {
        Map<String, Integer> records = new LinkedHashMap<>();
        json.read(row.records()).forEach((kind, count) -> records.put(kind, ((Number) count).intValue()));
        return new SnapshotView(
                row.network(),
                row.number(),
                row.digest(),
                row.recordedAt(),
                row.recordedBy(),
                records,
                Kept.viewOrNull(row.removed()));
    }

    String records(NetworkFacts facts) {
        Map<String, Object> records = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            records.put(kind.word(), facts.all(kind).size());
        }
        return json.write(records);
    }
}
