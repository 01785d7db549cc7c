package org.assay.core.internal.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.core.AuditView;
import org.assay.core.AuditView.Stale;
import org.assay.core.AuditView.Stale.What;
import org.assay.core.PackEvent.Step;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.AuditRow;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Transaction;
import org.assay.core.store.WaiverRow;
import org.jspecify.annotations.Nullable;

/**
 * Tells why an audit is not up to date. Nothing of it is kept: it follows from what an audit is pinned to and from what is, so
 * that a day which passed while nothing ran is seen as any other. An audit of the day on which it was asked for is held
 * against today; one of another day against that day for ever. Thread-safe.
 *
 * @param packs which packs speak
 * @param moments what time it is
 */
public record Staleness(RegimePacks packs, Moments moments) {
    private static final int EVENTS = 1_000;

    /** As one transaction sees it. */
    Seen in(Transaction tx) {
        return new Seen(tx);
    }

    /** The day against which an audit is held. */
    LocalDate day(AuditRow audit) {
        LocalDate today = moments.today(audit.home());
        return audit.isOfItsDay() && today.isAfter(audit.asOf()) ? today : audit.asOf();
    }

    /** What is, as one transaction sees it; audits share what it has read. */
    final class Seen {
        private final Transaction tx;
        private final Map<String, Optional<SnapshotRow>> latest = new HashMap<>();
        private final Map<String, List<WaiverRow>> waivers = new HashMap<>();
        private final Map<List<Object>, Optional<PackRow>> speaking = new HashMap<>();
        private final Map<String, Optional<RegimeRow>> regimes = new HashMap<>();
        private final Map<String, List<PackEventRow>> steps = new HashMap<>();
        private final Map<List<Object>, Optional<SnapshotRow>> next = new HashMap<>();
        private final Map<String, String> doubts = new HashMap<>();

        private Seen(Transaction tx) {
            this.tx = tx;
        }

        /** Why the pack of a digest would not be taken any more; empty if it would. */
        String doubt(String digest) {
            return doubts.computeIfAbsent(digest, any -> packs.doubt(tx, digest));
        }

        /** Why an audit is stale, the earliest reason first; none if it is not, is not done, or was removed. */
        List<Stale> of(AuditRow audit) {
            boolean asked = audit.state().equals(AuditView.State.DONE.name()) && audit.removed() == null;
            return asked ? reasons(audit) : List.of();
        }

        /** What is otherwise than it was for an audit, whatever became of that. */
        List<Stale> reasons(AuditRow audit) {
            List<Stale> reasons = new ArrayList<>();
            facts(audit).ifPresent(reasons::add);
            audit.parts().forEach(part -> rules(audit, part).ifPresent(reasons::add));
            if (day(audit).isAfter(audit.asOf())) {
                date(audit, day(audit)).ifPresent(reasons::add);
                waivers(audit, reasons);
            }
            reasons.sort(Comparator.comparing(Stale::since).thenComparing(Stale::what));
            return reasons;
        }

        private Stale stale(AuditRow audit, What what, Instant since, String because) {
            return new Stale(what, since.isBefore(audit.createdAt()) ? audit.createdAt() : since, because);
        }

        private Optional<Stale> facts(AuditRow audit) {
            SnapshotRow newest = latest.computeIfAbsent(
                            audit.network(), network -> tx.networks().latest(network))
                    .orElse(null);
            if (newest == null || newest.number() == audit.snapshot()) {
                return Optional.empty();
            }
            SnapshotRow later = next.computeIfAbsent(List.of(audit.network(), audit.snapshot()), any -> tx.networks()
                            .next(audit.network(), audit.snapshot()))
                    .orElse(newest);
            String text = "it is of snapshot " + audit.snapshot() + ", and snapshot " + later.number()
                    + " was recorded by " + later.recordedBy()
                    + (newest.number() == later.number() ? "" : ", the newest is " + newest.number());
            return Optional.of(stale(audit, What.FACTS, later.recordedAt(), text));
        }

        private Optional<Stale> rules(AuditRow audit, AuditRow.Part part) {
            Optional<RegimeRow> regime =
                    regimes.computeIfAbsent(part.regime(), id -> tx.regimes().find(id));
            if (regime.isPresent() && !regime.get().installed()) {
                String text = "the regime " + part.regime() + " was removed";
                return Optional.of(stale(audit, What.REGIME, regime.get().changedAt(), text));
            }
            PackRow speaker = on(part.regime(), day(audit));
            boolean same = speaker != null && speaker.digest().equals(part.packDigest());
            return same || supposed(audit) ? Optional.empty() : Optional.of(pack(audit, part, speaker));
        }

        /** A trial says itself under which packs it is. */
        private boolean supposed(AuditRow audit) {
            return audit.trial() != null;
        }

        private @Nullable PackRow on(String regime, LocalDate day) {
            return speaking.computeIfAbsent(List.of(regime, day), any -> packs.on(tx, regime, day, moments.now()))
                    .orElse(null);
        }

        private Stale pack(AuditRow audit, AuditRow.Part part, @Nullable PackRow speaker) {
            LocalDate day = day(audit);
            String text = speaker == null
                    ? "no active pack of " + part.regime() + " covers " + day
                    : "pack " + speaker.version() + " of " + part.regime() + " speaks for " + day + ", not "
                            + part.packVersion();
            return stale(audit, What.PACK, since(audit, part, speaker), text);
        }

        private Instant since(AuditRow audit, AuditRow.Part part, @Nullable PackRow speaker) {
            PackRow before = on(part.regime(), audit.asOf());
            if (before != null && before.digest().equals(part.packDigest())) {
                LocalDate day = audit.asOf();
                while (before != null && before.digest().equals(part.packDigest()) && day.isBefore(day(audit))) {
                    day = day.plusDays(1);
                    before = on(part.regime(), day);
                }
                return day.atStartOfDay(audit.home()).toInstant();
            }
            String digest = speaker == null ? part.packDigest() : speaker.digest();
            return steps.computeIfAbsent(part.regime(), this::steps).stream()
                    .filter(event ->
                            event.digest().equals(digest) || event.digest().equals(part.packDigest()))
                    .map(PackEventRow::at)
                    .findFirst()
                    .orElse(audit.createdAt());
        }

        /** The steps that made packs speak, or speak no more, the newest first. */
        private List<PackEventRow> steps(String regime) {
            Set<String> wanted = Set.of(Step.ACTIVATED.name(), Step.ROLLED_BACK.name());
            return tx.packs().events(regime, null, EVENTS).stream()
                    .filter(event -> wanted.contains(event.step()))
                    .toList();
        }

        private Optional<Stale> date(AuditRow audit, LocalDate today) {
            AuditRow.Turn turn = audit.turn();
            LocalDate day = turn == null ? audit.asOf().plusDays(1) : turn.day();
            if (today.isBefore(day)) {
                return Optional.empty();
            }
            String because = turn == null
                    ? "a day passed, and it was kept before it was noted what days mean to it"
                    : turn.because().isEmpty()
                            ? "so long ago that nobody looked so far ahead"
                            : "a date was reached or passed: " + turn.because();
            return Optional.of(
                    stale(audit, What.DAY, day.atStartOfDay(audit.home()).toInstant(), because));
        }

        private void waivers(AuditRow audit, List<Stale> reasons) {
            Set<String> regimes =
                    Set.copyOf(audit.parts().stream().map(AuditRow.Part::regime).toList());
            Stream<WaiverRow> all =
                    waivers
                            .computeIfAbsent(
                                    audit.network(), network -> tx.waivers().of(network))
                            .stream();
            all.filter(row -> regimes.contains(row.regime()))
                    .forEach(row -> waiver(audit, row).ifPresent(reasons::add));
        }

        private Optional<Stale> waiver(AuditRow audit, WaiverRow row) {
            ZoneId zone = ZoneId.of(row.zone());
            boolean held = row.holds(audit.asOf());
            boolean holds = row.holds(moments.today(zone));
            if (held == holds) {
                return Optional.empty();
            }
            WaiverRow.Step step = holds ? row.approved() : row.withdrawn();
            Instant since =
                    step == null ? row.until().plusDays(1).atStartOfDay(zone).toInstant() : step.at();
            String text = "the waiver of " + row.owner() + " for " + row.requirement() + " on " + row.kind() + " "
                    + row.subject() + (holds ? " counts" : step == null ? " ended" : " was withdrawn");
            return Optional.of(stale(audit, What.WAIVER, since, text));
        }
    }
}
