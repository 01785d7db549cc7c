package org.assay.core.internal.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assay.core.PackEvent.Step;
import org.assay.core.PackState;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.engine.facts.Days;
import org.assay.engine.pack.RulePack.InForce;

/**
 * The packs of one regime that were activated, highest version first. The highest one that is in force on a day speaks for
 * that day; one whose days are all taken by higher ones is superseded, and speaks again when those go.
 */
record Timeline(List<PackRow> activated) {
    private static final Comparator<PackRow> HIGHEST_FIRST =
            Comparator.comparing(PackRow::version, Versions.ORDER).reversed();

    Timeline {
        activated = activated.stream().sorted(HIGHEST_FIRST).toList();
    }

    /** The timeline among all packs of a regime. */
    static Timeline among(List<PackRow> packs) {
        return new Timeline(packs.stream().filter(Timeline::isActivated).toList());
    }

    /** Which packs were active after some steps, and since when. */
    static RegimePacks.Active until(List<PackRow> packs, List<PackEventRow> steps) {
        Set<String> active = new HashSet<>();
        Instant since = Instant.EPOCH;
        for (PackEventRow step : steps) {
            Step what = Step.valueOf(step.step());
            if (what == Step.ACTIVATED || what == Step.ROLLED_BACK) {
                if (what == Step.ACTIVATED) {
                    active.add(step.digest());
                } else {
                    active.remove(step.digest());
                }
                since = step.at().isAfter(since) ? step.at() : since;
            }
        }
        Timeline timeline = new Timeline(
                packs.stream().filter(pack -> active.contains(pack.digest())).toList());
        return new RegimePacks.Active(timeline, since);
    }

    /** The timeline as it will be once what is planned up to a moment has been done, as far as it can be. */
    static Timeline planned(List<PackRow> packs, Instant until) {
        List<PackRow> ever =
                packs.stream().filter(pack -> pack.activatedAt() != null).toList();
        Timeline timeline = among(packs);
        List<PackRow> due = packs.stream()
                .filter(pack -> pack.planned() != null && !pack.planned().at().isAfter(until))
                .sorted(Comparator.comparing(
                        pack -> Objects.requireNonNull(pack.planned()).at()))
                .toList();
        for (PackRow pack : due) {
            List<PackRow> before = new ArrayList<>(ever);
            due.subList(0, due.indexOf(pack)).forEach(before::add);
            boolean back = Objects.requireNonNull(pack.planned()).rollback();
            if (back || new Timeline(before).above(pack).isEmpty()) {
                timeline = timeline.with(pack, back);
            }
        }
        return timeline;
    }

    private Timeline with(PackRow pack, boolean back) {
        List<PackRow> all = new ArrayList<>(activated);
        all.removeIf(other -> other.digest().equals(pack.digest()));
        if (back) {
            all.removeAll(above(pack));
        }
        all.add(pack);
        return new Timeline(all);
    }

    private static boolean isActivated(PackRow pack) {
        return is(pack, PackState.ACTIVE) || is(pack, PackState.SUPERSEDED);
    }

    static boolean is(PackRow pack, PackState state) {
        return pack.state().equals(state.name());
    }

    static InForce days(PackRow pack) {
        LocalDate to = pack.to();
        return new InForce(pack.from(), to == null ? Days.NEVER : to);
    }

    /** The pack that speaks for a day. */
    Optional<PackRow> on(LocalDate day) {
        return activated.stream().filter(pack -> days(pack).holds(day)).findFirst();
    }

    /** Activated packs above a version that share a day with it. */
    List<PackRow> above(PackRow pack) {
        return activated.stream()
                .filter(other -> Versions.ORDER.compare(other.version(), pack.version()) > 0)
                .filter(other -> overlap(days(other), days(pack)))
                .toList();
    }

    /** Whether higher versions take all days of a pack. */
    boolean isSuperseded(PackRow pack) {
        InForce own = days(pack);
        return merged(above(pack)).stream()
                .anyMatch(taken ->
                        !taken.from().isAfter(own.from()) && !taken.to().isBefore(own.to()));
    }

    /** The days for which there is a pack, in order, adjoining ones joined. */
    List<InForce> covered() {
        return merged(activated);
    }

    private static boolean overlap(InForce one, InForce other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }

    private static List<InForce> merged(List<PackRow> packs) {
        List<InForce> sorted = packs.stream()
                .map(Timeline::days)
                .sorted(Comparator.comparing(InForce::from))
                .toList();
        List<InForce> merged = new ArrayList<>();
        for (InForce next : sorted) {
            InForce last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && adjoin(last, next)) {
                LocalDate to = last.to().isAfter(next.to()) ? last.to() : next.to();
                merged.set(merged.size() - 1, new InForce(last.from(), to));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private static boolean adjoin(InForce earlier, InForce later) {
        return earlier.to().equals(Days.NEVER)
                || !later.from().isAfter(earlier.to().plusDays(1));
    }
}
