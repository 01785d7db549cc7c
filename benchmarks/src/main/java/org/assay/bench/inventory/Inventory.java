package org.assay.bench.inventory;

import static org.assay.bench.inventory.Unit.NEVER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A network made from a {@link Spec}. Immutable once made, save that its components are made anew each time they are asked for. */
public final class Inventory {
    /** The day for which everything is judged. */
    public static final LocalDate DAY = LocalDate.parse("2026-11-21");

    private final Spec spec;
    private final Pools pools;
    private final List<Evidence> evidence;
    private final List<List<Model>> byTrade = new ArrayList<>();
    private final int[] trades = new int[1_000];

    /** A network as the numbers say. */
    public Inventory(Spec spec) {
        this.spec = spec;
        this.pools = new Pools(spec.seed());
        this.evidence = new Papers(pools, spec.seed(), spec.holes()).make();
        int next = 0;
        for (Trade trade : Trade.all()) {
            int end = next + trade.weight();
            while (next < end) {
                trades[next++] = byTrade.size();
            }
            byTrade.add(IntStream.range(0, Spec.MODELS)
                    .filter(number -> Trade.of(number) == trade)
                    .mapToObj(pools.models::get)
                    .toList());
        }
    }

    /** All suppliers. */
    public List<Supplier> suppliers() {
        return pools.suppliers;
    }

    /** All sites. */
    public List<Site> sites() {
        return pools.sites;
    }

    /** All evidence. */
    public List<Evidence> evidence() {
        return evidence;
    }

    /** All models. */
    public List<Model> models() {
        return pools.models;
    }

    /** How many components there are. */
    public int size() {
        return spec.components();
    }

    /** The components, one after the other. */
    public Stream<Unit> units() {
        return IntStream.range(0, spec.components()).mapToObj(this::unit);
    }

    /** One component; always the same for a number. */
    public Unit unit(int number) {
        SplittableRandom random = new SplittableRandom(spec.seed() * 1_000_003 + number);
        int kind = trades[random.nextInt(trades.length)];
        Trade trade = Trade.all().get(kind);
        List<Model> models = byTrade.get(kind);
        // Few models are bought often: the smaller of two draws
        Model model = models.get(Math.min(random.nextInt(models.size()), random.nextInt(models.size())));
        Site site = pools.sites.get(trade.site(random));
        return unit(number, random, model, site, Life.of(model, random));
    }

    private Unit unit(int number, SplittableRandom random, Model model, Site site, Life life) {
        String status = kept(random, life.status());
        return new Unit(
                "c%07d".formatted(number),
                model,
                model.category(),
                kept(random, site),
                model.domain(),
                kept(random, model.functions()),
                model.generations(),
                model.seller(),
                model.product(),
                model.hardwareMaker(),
                model.hardware(),
                model.softwareMaker(),
                kept(random, life.version().name()),
                kept(random, life.softwareSince()),
                model.country(),
                parties(random),
                access(random),
                status,
                life.ordered(),
                come(random, life.installed(), status),
                come(random, life.firstUse(), status),
                life.removed(),
                kept(random, life.version().endOfSupport()),
                100 * random.nextInt(600));
    }

    private <T> @Nullable T kept(SplittableRandom random, T fact) {
        return random.nextDouble() < spec.holes() ? null : fact;
    }

    /** A day that is left out says that it has not come, if the status says so too; else it is missing. */
    private @Nullable LocalDate come(SplittableRandom random, LocalDate day, @Nullable String status) {
        if (day.equals(NEVER)) {
            return status == null ? null : NEVER;
        }
        return kept(random, day);
    }

    private List<Supplier> parties(SplittableRandom random) {
        return random.nextInt(12) == 0 ? List.of(pools.suppliers.get(random.nextInt(Spec.SUPPLIERS))) : List.of();
    }

    private List<Unit.Access> access(SplittableRandom random) {
        if (random.nextInt(10) != 0) {
            return List.of();
        }
        Supplier party = pools.suppliers.get(random.nextInt(Spec.SUPPLIERS));
        return List.of(new Unit.Access(party, party.seatIn(), random.nextInt(8) != 0));
    }
}
