package org.assay.core.internal.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assay.core.AuditView;
import org.assay.core.Retention.Item;
import org.assay.core.Retention.Kind;
import org.assay.core.store.RetentionRows.Old;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Transaction;
import org.assay.core.store.WaiverRow;
import org.jspecify.annotations.Nullable;

/**
 * What of a network would go: first audits, then the snapshots on which no other rests.
 *
 * @param items what goes, audits before snapshots, the oldest first
 * @param kept how many are as old and stay, by what rests on them
 */
record Leaving(List<Item> items, Map<String, Long> kept) {

    static Leaving of(Transaction tx, Resting resting, String network, int days, Instant now) {
        Leaving leaving = new Leaving(new ArrayList<>(), new TreeMap<>());
        Instant before = now.minus(Duration.ofDays(days));
        List<WaiverRow> waivers = tx.waivers().of(network);
        List<Old> audits = tx.retention().audits(network);
        Set<Long> audited = leaving.audits(network, audits, resting.audits(network, waivers, audits), days, before);
        List<SnapshotRow> snapshots = tx.networks().snapshots(network, null, Integer.MAX_VALUE);
        Map<Long, String> why = resting.snapshots(network, waivers, snapshots);
        audited.forEach(number -> why.putIfAbsent(number, "audit"));
        leaving.snapshots(network, snapshots, why, days, before);
        return leaving;
    }

    /** Gives the numbers of the snapshots of those that stay. */
    private Set<Long> audits(String network, List<Old> all, Map<String, String> why, int days, Instant before) {
        Set<Long> audited = new HashSet<>();
        for (Old one : all) {
            boolean old = one.endedAt().isBefore(before) && !one.state().equals(AuditView.State.RUNNING.name());
            if (old && !why.containsKey(one.id())) {
                Kind kind = one.trial() ? Kind.TRIAL : Kind.AUDIT;
                items.add(new Item(kind, network, one.id(), null, one.endedAt(), RetentionRules.words(days)));
            } else {
                audited.add(one.snapshot());
                count(old, why.get(one.id()));
            }
        }
        return audited;
    }

    /** A snapshot is as old as the one that took its place: until then it was what was known. */
    private void snapshots(String network, List<SnapshotRow> all, Map<Long, String> why, int days, Instant before) {
        for (int i = all.size() - 1; i > 0; i--) {
            SnapshotRow row = all.get(i);
            Instant since = all.get(i - 1).recordedAt();
            boolean old = since.isBefore(before) && row.removed() == null;
            if (old && !why.containsKey(row.number())) {
                String number = String.valueOf(row.number());
                items.add(new Item(Kind.SNAPSHOT, network, number, row.digest(), since, RetentionRules.words(days)));
            } else {
                count(old, why.get(row.number()));
            }
        }
    }

    private void count(boolean old, @Nullable String why) {
        if (old && why != null) {
            kept.merge(why, 1L, Long::sum);
        }
    }
}
