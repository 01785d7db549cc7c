package org.assay.core.internal.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.core.AuditView;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.webhook.FindingNews;
import org.assay.core.store.LedgerRow;
import org.assay.core.store.RetentionRows.Old;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Transaction;
import org.assay.core.store.WaiverRow;

/**
 * What rests on audits and snapshots, so that they stay however old they are. Of one transaction.
 *
 * @param tx what is
 * @param exported audits that were handed out
 * @param relied previews that an activation or a plan relied on
 * @param drafted network and digest of snapshots from which a dossier was drafted
 */
record Resting(Transaction tx, Set<String> exported, Set<String> relied, Set<List<String>> drafted) {

    static Resting in(Transaction tx, Json json) {
        Set<List<String>> drafted = new HashSet<>();
        for (LedgerRow row : tx.ledger().ofKind(Book.DOSSIER)) {
            Map<String, String> what = Json.texts(json.read(row.body()), "what");
            drafted.add(List.of(String.valueOf(what.get("network")), String.valueOf(what.get("snapshot"))));
        }
        Set<String> exported =
                tx.ledger().ofKind(Book.EXPORT).stream().map(LedgerRow::about).collect(Collectors.toSet());
        return new Resting(tx, exported, tx.retention().relied(), drafted);
    }

    /** Of the audits of a network, the oldest first, those on which something rests, with what. */
    Map<String, String> audits(String network, List<WaiverRow> waivers, List<Old> all) {
        Map<String, String> why = new HashMap<>();
        List<Old> ended = all.stream()
                .filter(one -> !one.trial() && one.state().equals(AuditView.State.DONE.name()))
                .toList();
        for (WaiverRow waiver : waivers) {
            steps(waiver).forEach(at -> newest(ended, waiver.regime(), at).forEach(id -> why.put(id, "waiver")));
        }
        FindingNews.last(tx, network).ifPresent(id -> why.put(id, "news"));
        all.stream().map(Old::id).filter(relied::contains).forEach(id -> why.put(id, "preview"));
        all.stream().map(Old::id).filter(exported::contains).forEach(id -> why.put(id, "export"));
        tx.standing().find(network).map(row -> row.audit()).ifPresent(id -> why.put(id, "standing"));
        ended.stream().flatMap(one -> one.regimes().stream()).distinct().forEach(regime -> newest(
                        ended, regime, Instant.MAX)
                .forEach(id -> why.put(id, "newest")));
        return why;
    }

    /** The moments at which somebody looked at what a waiver is about. */
    private static List<Instant> steps(WaiverRow waiver) {
        List<Instant> steps = new ArrayList<>(List.of(waiver.asked().at()));
        if (waiver.approved() != null) {
            steps.add(waiver.approved().at());
        }
        return steps;
    }

    private static List<String> newest(List<Old> ended, String regime, Instant until) {
        String newest = null;
        for (Old one : ended) {
            if (one.regimes().contains(regime) && !one.endedAt().isAfter(until)) {
                newest = one.id();
            }
        }
        return newest == null ? List.of() : List.of(newest);
    }

    /** Of the snapshots of a network, the newest first, those on which something rests beside audits, with what. */
    Map<Long, String> snapshots(String network, List<WaiverRow> waivers, List<SnapshotRow> all) {
        Map<Long, String> why = new HashMap<>();
        all.stream()
                .filter(row -> drafted.contains(List.of(network, row.digest())))
                .forEach(row -> why.put(row.number(), "dossier"));
        for (WaiverRow waiver : waivers) {
            steps(waiver).forEach(at -> all.stream()
                    .filter(row -> !row.recordedAt().isAfter(at))
                    .findFirst()
                    .ifPresent(row -> why.put(row.number(), "waiver")));
        }
        all.stream().findFirst().ifPresent(row -> why.put(row.number(), "newest"));
        return why;
    }
}
