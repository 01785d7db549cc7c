package org.assay.core.internal.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.assay.core.NotFoundException;
import org.assay.core.Origin;
import org.assay.core.PackEvent;
import org.assay.core.PackView;
import org.assay.core.Packs;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.RequirementView;
import org.assay.core.internal.util.Cursors;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packs of installed regimes. */
public final class PackService implements Packs {
    /** A file name may be longer than what a row keeps of it. */
    private static final int MAX_WHO = 200;

    private static final Logger LOG = LoggerFactory.getLogger(PackService.class);

    private final Store store;
    private final PackLife life;
    private final RuleSets rules;
    private final PackViews views;
    private final Moments moments;

    /** Makes one. */
    public PackService(Store store, PackLife life, RuleSets rules, Moments moments, PackViews views) {
        this.store = store;
        this.life = life;
        this.rules = rules;
        this.moments = moments;
        this.views = views;
    }

    @Override
    public List<PackView> list(String regime) {
        return installed(regime, tx -> views.highestFirst(tx, tx.packs().of(regime)));
    }

    @Override
    public PackView get(String regime, String version) {
        return installed(regime, tx -> views.view(tx, PackChanges.find(tx, regime, version)));
    }

    private PackRow row(String regime, String version) {
        return installed(regime, tx -> PackChanges.find(tx, regime, version));
    }

    private <T> T installed(String regime, Function<Transaction, T> work) {
        return store.read(tx -> {
            requireInstalled(tx.regimes().find(regime), regime);
            return work.apply(tx);
        });
    }

    private static void requireInstalled(Optional<RegimeRow> row, String regime) {
        if (row.isEmpty() || !row.get().installed()) {
            throw unknown(regime);
        }
    }

    private static NotFoundException unknown(String regime) {
        return new NotFoundException(
                "regime",
                "the regime '" + regime + "' is not installed",
                "GET /regimes lists those that are, GET /regimes?available=true those that can be");
    }

    @Override
    public Staged stage(String regime, byte[] envelope, boolean older, String who) {
        store.read(tx -> {
            requireInstalled(tx.regimes().find(regime), regime);
            return regime;
        });
        PackLife.Taken taken = life.take(envelope);
        PackLife.requireRegime(regime, taken.pack());
        return keep(taken, envelope, Origin.API, who, older, (changes, pack) -> {});
    }

    @Override
    public Staged offer(byte[] envelope, Origin origin, String who) {
        PackLife.Taken taken = life.take(envelope);
        String by = who.substring(0, Math.min(who.length(), MAX_WHO));
        return keep(
                taken,
                envelope,
                origin,
                by,
                false,
                (changes, pack) -> life.arrive(changes, pack, life.activateOnArrival()));
    }

    private Staged keep(
            PackLife.Taken taken,
            byte[] envelope,
            Origin origin,
            String who,
            boolean older,
            BiConsumer<PackChanges, PackRow> afterwards) {
        Optional<PackRow> fresh = taken.report().map(report -> life.row(taken, envelope, origin, who));
        RulePack pack = taken.pack();
        return store.write(tx -> {
            requireInstalled(tx.regimes().lock(pack.regime()), pack.regime());
            boolean isNew =
                    fresh.isPresent() && tx.packs().byDigest(pack.digest()).isEmpty();
            if (isNew) {
                PackChanges changes = life.changes(tx, who);
                changes.stage(fresh.get(), older);
                afterwards.accept(changes, fresh.get());
            }
            return new Staged(views.view(tx, tx.packs().byDigest(pack.digest()).orElseThrow()), isNew);
        });
    }

    @Override
    public PackView approve(String regime, String version, String who) {
        return change(regime, version, who, PackChanges::approve);
    }

    @Override
    public PackView activate(String regime, String version, @Nullable Instant at, List<String> previews, String who) {
        PackGuard.requireAhead(at, moments.now());
        return change(regime, version, who, (changes, pack) -> changes.activate(pack, at, previews));
    }

    @Override
    public PackView rollback(String regime, String version, @Nullable Instant at, List<String> previews, String who) {
        PackGuard.requireAhead(at, moments.now());
        return change(regime, version, who, (changes, pack) -> changes.rollback(pack, at, previews));
    }

    @Override
    public Instant beginning(String regime, String version, LocalDate day) {
        PackRow pack = row(regime, version);
        return day.atStartOfDay(rules.of(pack.digest()).pack().timeZone()).toInstant();
    }

    @Override
    public PackView cancel(String regime, String version, String who) {
        return change(regime, version, who, PackChanges::cancel);
    }

    @Override
    public PackView reject(String regime, String version, String who) {
        return change(regime, version, who, PackChanges::reject);
    }

    private PackView change(String regime, String version, String who, BiConsumer<PackChanges, PackRow> step) {
        AtomicLong locked = new AtomicLong();
        AtomicLong done = new AtomicLong();
        PackRow row = store.write(tx -> {
            requireInstalled(tx.regimes().lock(regime), regime);
            locked.set(System.nanoTime());
            PackChanges changes = life.changes(tx, who);
            step.accept(changes, changes.find(regime, version));
            PackRow changed = changes.find(regime, version);
            done.set(System.nanoTime());
            return changed;
        });
        long onDisk = System.nanoTime();
        LOG.info(
                "{} {} is {} now; the regime was locked for {} us, and {} us more until that was on disk",
                regime,
                version,
                row.state(),
                micros(done.get() - locked.get()),
                micros(onDisk - done.get()));
        return store.read(tx -> views.view(tx, row));
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }

    @Override
    public Page<PackEvent> events(String regime, PageRequest page) {
        Cursors cursors = Cursors.of("pack-events", regime);
        Long before = cursors.readNumber(page.cursor());
        return installed(regime, tx -> {
            List<PackEventRow> rows = tx.packs().events(regime, before, page.limit() + 1);
            List<PackEventRow> shown = rows.subList(0, Math.min(rows.size(), page.limit()));
            String next = rows.size() > shown.size()
                    ? cursors.write(shown.get(shown.size() - 1).number())
                    : null;
            List<PackEvent> items = shown.stream().map(PackViews::event).toList();
            return new Page<>(items, next, tx.packs().countEvents(regime));
        });
    }

    @Override
    public List<RequirementView> requirements(String regime, String version) {
        return RequirementViews.of(rules.of(row(regime, version).digest()));
    }

    @Override
    public byte[] envelope(String regime, String version) {
        return store.blobs().read(row(regime, version).envelope());
    }
}
