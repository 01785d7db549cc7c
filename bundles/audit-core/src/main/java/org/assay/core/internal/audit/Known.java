package org.assay.core.internal.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.core.AuditRequest;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.internal.network.NetworkService;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.internal.util.Kept;
import org.assay.core.store.AuditRow;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Transaction;
import org.assay.engine.facts.Days;
import org.assay.engine.pack.RulePack.InForce;
import org.jspecify.annotations.Nullable;

/** What was known at the moment that an audit asks for, and what keeps it from being asked. */
final class Known {
    private Known() {}

    /** The snapshot that a request means. */
    static SnapshotRow snapshot(Transaction tx, AuditRequest request, Instant now) {
        String network = request.network();
        NetworkRow found = NetworkService.find(tx, network);
        Instant moment = request.knownAt();
        if (moment != null) {
            requirePassed(tx, network, moment, now);
        }
        return request.snapshot() == null ? newest(tx, found, moment) : named(tx, network, request.snapshot(), moment);
    }

    /** A snapshot is recorded after the one before it, which may be some milliseconds ahead of the clock. */
    private static void requirePassed(Transaction tx, String network, Instant moment, Instant now) {
        boolean ahead = moment.isAfter(now)
                && tx.networks()
                        .latest(network)
                        .filter(row -> !row.recordedAt().isBefore(moment))
                        .isEmpty();
        if (ahead) {
            String message = "nobody knows yet what will be known at " + moment + "; it is " + now;
            throw AuditPlanner.refuse("ahead", message, "/knownAt", "name a moment that has passed, or leave it out");
        }
    }

    private static SnapshotRow newest(Transaction tx, NetworkRow found, @Nullable Instant moment) {
        String network = found.id();
        SnapshotRow latest = NetworkService.newest(tx, found);
        if (moment == null) {
            return latest;
        }
        return tx.networks().knownAt(network, moment).orElseThrow(() -> {
            Instant first =
                    tx.networks().next(network, 0).map(SnapshotRow::recordedAt).orElse(latest.recordedAt());
            return new ConflictException(
                    "no-snapshot",
                    "nothing was known of the network '" + network + "' at " + moment
                            + ": its first snapshot was recorded at " + first,
                    "ask for that moment or a later one");
        });
    }

    private static SnapshotRow named(Transaction tx, String network, String digest, @Nullable Instant moment) {
        SnapshotRow latest = tx.networks()
                .byDigest(network, digest)
                .orElseThrow(() -> NetworkService.unknownSnapshot(network, digest));
        return moment == null
                ? latest
                : tx.networks()
                        .byDigest(network, digest, moment)
                        .orElseThrow(() -> AuditPlanner.refuse(
                                "not-known-then",
                                "the snapshot " + digest + " was not known at " + moment
                                        + ": it was recorded after that",
                                "/knownAt",
                                "ask for a moment at which it was known, or leave one of both out"));
    }

    /** The answer that no pack speaks for a day. */
    static ConflictException notCovered(
            AuditRequest request, String regime, LocalDate asOf, RegimePacks.Active active) {
        List<Map<String, String>> days = new ArrayList<>();
        for (InForce covered : active.covered()) {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("from", covered.from().toString());
            one.put("to", Days.print(covered.to()));
            days.add(one);
        }
        Instant moment = request.knownAt();
        return new ConflictException(
                "days-not-covered",
                "no active pack of '" + regime + "' is in force on " + asOf
                        + (moment == null ? "" : ", as things stood at " + moment),
                hint(moment != null, days.isEmpty()),
                Map.of("regime", regime, "asOf", asOf.toString(), "coveredDays", days));
    }

    private static String hint(boolean past, boolean none) {
        if (past) {
            return "ask for a moment at which one was; to judge earlier facts by the packs of now, name their snapshot"
                    + " without knownAt";
        }
        return none ? "activate a pack of it" : "choose a day that is covered, or activate a pack for it";
    }

    /** Lets only an audit be repeated whose snapshot and packs are kept. */
    static void requireKept(Transaction tx, AuditRow audit) {
        Optional<SnapshotRow> snapshot = tx.networks().numbered(audit.network(), audit.snapshot());
        Kept.requireFacts(snapshot.orElseThrow(() -> NetworkService.unknownSnapshot(audit.network(), audit.digest())));
        for (AuditRow.Part part : audit.parts()) {
            if (tx.packs().byDigest(part.packDigest()).isEmpty()) {
                throw new NotFoundException(
                        "pack",
                        "the pack " + part.packVersion() + " of " + part.regime()
                                + ", by which the audit was made, is gone",
                        "stage it again: its digest is " + part.packDigest());
            }
        }
    }

    /** The later one of two moments. */
    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
