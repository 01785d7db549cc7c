package org.assay.core.internal.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.core.PackState;
import org.assay.core.PackView;
import org.assay.core.internal.engine.Rules;
import org.assay.core.store.PackRow;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.Transaction;
import org.assay.engine.facts.FactModel;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.RulePack;
import org.assay.engine.pack.RulePack.InForce;
import org.jspecify.annotations.Nullable;

/** Which of a regime's packs speak, and for which days. Thread-safe. */
public final class RegimePacks {
    private final RuleSets rules;
    private final PackViews views;

    /** Makes one. */
    public RegimePacks(RuleSets rules, PackViews views) {
        this.rules = rules;
        this.views = views;
    }

    /**
     * What a regime's packs say about it.
     *
     * @param title its name by language
     * @param authority who supervises it, by language
     * @param current the pack of a day; null if there is none
     * @param active all active packs, highest version first
     * @param planned packs that are to be activated, the earliest first
     */
    public record Summary(
            Map<String, String> title,
            Map<String, String> authority,
            @Nullable PackView current,
            List<PackView> active,
            List<PackView> planned) {}

    /** What a regime's packs say about it on a day. */
    public Summary summary(Transaction tx, String regime, LocalDate day) {
        List<PackRow> all = tx.packs().of(regime);
        Timeline timeline = Timeline.among(all);
        List<PackRow> active = timeline.activated().stream()
                .filter(pack -> Timeline.is(pack, PackState.ACTIVE))
                .toList();
        Optional<PackRow> speaker = (active.isEmpty() ? all : active).stream().findFirst();
        return new Summary(
                speaker.map(views::title).orElse(Map.of()),
                speaker.map(views::authority).orElse(Map.of()),
                timeline.on(day).map(row -> views.view(tx, row)).orElse(null),
                views.highestFirst(tx, active),
                planned(tx, all));
    }

    private List<PackView> planned(Transaction tx, List<PackRow> all) {
        return all.stream()
                .filter(pack -> pack.planned() != null)
                .sorted(Comparator.comparing(
                        pack -> Objects.requireNonNull(pack.planned()).at()))
                .map(pack -> views.view(tx, pack))
                .toList();
    }

    /** The pack that speaks for a day. */
    public Optional<PackRow> on(Transaction tx, String regime, LocalDate day) {
        return Timeline.among(tx.packs().of(regime)).on(day);
    }

    /**
     * The packs of a regime that are or were active at some moment.
     *
     * @param timeline which of them speaks when
     * @param since from when on it was so
     */
    public record Active(Timeline timeline, Instant since) {

        /** The pack that speaks for a day. */
        public Optional<PackRow> on(LocalDate day) {
            return timeline.on(day);
        }

        /** The days for which there is a pack, in order. */
        public List<InForce> covered() {
            return timeline.covered();
        }
    }

    /**
     * The packs that were active at a moment up to which all that was planned has been done. What was activated later counts
     * as if it had never been; what was planned counts from its stated moment.
     *
     * @param moment null for now
     */
    public Active active(Transaction tx, String regime, @Nullable Instant moment) {
        List<PackRow> all = tx.packs().of(regime);
        Instant last = all.stream()
                .flatMap(pack -> Optional.ofNullable(pack.activatedAt()).stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return moment == null || !last.isAfter(moment)
                ? new Active(Timeline.among(all), last)
                : Timeline.until(all, tx.packs().eventsUntil(regime, moment));
    }

    /** Why the pack of a digest would not be taken any more; empty if it would. */
    public String doubt(Transaction tx, String digest) {
        return tx.packs()
                .byDigest(digest)
                .map(pack -> views.signatures().of(tx, pack).doubt())
                .orElse("it is not here any more");
    }

    /** The packs of all installed regimes that speak for a day. */
    public List<PackRow> speaking(Transaction tx, LocalDate day) {
        return tx.regimes().all().stream()
                .filter(RegimeRow::installed)
                .flatMap(regime -> on(tx, regime.id(), day).stream())
                .toList();
    }

    /** The installed regimes of which no pack speaks for a day, by id. */
    public List<String> silent(Transaction tx, LocalDate day) {
        return tx.regimes().all().stream()
                .filter(RegimeRow::installed)
                .map(RegimeRow::id)
                .filter(regime -> on(tx, regime, day).isEmpty())
                .sorted()
                .toList();
    }

    /** The pack that speaks for a day once what is planned up to a moment has been done. */
    public Optional<PackRow> on(Transaction tx, String regime, LocalDate day, Instant planned) {
        return Timeline.planned(tx.packs().of(regime), planned).on(day);
    }

    /**
     * Which pack speaks from which day on, once what is planned has been done on its day.
     *
     * @param zone in which days begin
     * @return the first day, and each day on which another pack speaks than the day before; empty where none does
     */
    public SortedMap<LocalDate, Optional<PackRow>> course(
            Transaction tx, String regime, LocalDate from, LocalDate to, ZoneId zone) {
        List<PackRow> all = tx.packs().of(regime);
        SortedMap<LocalDate, Optional<PackRow>> course = new TreeMap<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
            Optional<PackRow> speaker = Timeline.planned(all, end).on(day);
            boolean same = !course.isEmpty()
                    && course.get(course.lastKey()).map(PackRow::digest).equals(speaker.map(PackRow::digest));
            if (!same) {
                course.put(day, speaker);
            }
        }
        return course;
    }

    /** The pack that speaks for a day, else the highest that is active for others. */
    public Optional<RulePack> speaker(Transaction tx, String regime, LocalDate day) {
        Timeline timeline = Timeline.among(tx.packs().of(regime));
        return timeline.on(day)
                .or(() -> timeline.activated().stream().findFirst())
                .map(pack -> rules.of(pack.digest()).pack());
    }

    /** The model of facts with what the active packs of all installed regimes declare. */
    public FactModel model(Transaction tx) {
        FactModel model = FactModel.core();
        for (RegimeRow regime : tx.regimes().all()) {
            List<PackRow> activated = Timeline.among(tx.packs().of(regime.id())).activated();
            if (regime.installed() && !activated.isEmpty()) {
                model = model.withDeclarations(regime.id(), declarations(activated));
                for (PackRow pack : activated) {
                    Rules compiled = rules.of(pack.digest());
                    model = model.withEvidence(compiled.evidenceKinds());
                    for (Procedure procedure : compiled.pack().procedures()) {
                        model = model.withOpening(procedure.openingKinds()).withResults(procedure.results());
                    }
                }
            }
        }
        return model;
    }

    /** What any of the packs declares; where several declare the same fact, the highest version's word counts. */
    private List<FactDecl> declarations(List<PackRow> highestFirst) {
        Map<List<String>, FactDecl> facts = new LinkedHashMap<>();
        for (PackRow pack : highestFirst) {
            for (FactDecl fact : rules.of(pack.digest()).pack().facts()) {
                facts.putIfAbsent(List.of(fact.on(), fact.name()), fact);
            }
        }
        return List.copyOf(facts.values());
    }
}
