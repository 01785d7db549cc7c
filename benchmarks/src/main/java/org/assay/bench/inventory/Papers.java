package org.assay.bench.inventory;

import static org.assay.bench.inventory.Unit.NEVER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes the evidence: half of it certificates, most for one or two versions of a model. */
final class Papers {
    private static final String[] SCHEMES = {"NESAS-CCS-GI", "NESAS-CCS-GI", "CC", "BSZ", "NESAS"};
    private static final String[] ISSUERS = {"BSI", "BSI", "BSI", "ANSSI"};

    /** The last three suppliers never declared anything. */
    private static final int DECLARING = Spec.SUPPLIERS - 3;

    private final Pools pools;
    private final SplittableRandom random;
    private final double holes;
    private int number;

    Papers(Pools pools, long seed, double holes) {
        this.pools = pools;
        this.random = new SplittableRandom(seed + 1);
        this.holes = holes;
    }

    List<Evidence> make() {
        List<Evidence> papers = new ArrayList<>();
        while (papers.size() < Spec.EVIDENCE) {
            papers.add(next(papers.size() % 20));
        }
        return List.copyOf(papers);
    }

    private Evidence next(int turn) {
        if (turn == 19) {
            Supplier supplier = pools.suppliers.get(random.nextInt(DECLARING));
            Evidence paper = paper("declaration", null, supplier, LocalDate.parse("2019-01-01"));
            if (isVisible(paper)) {
                supplier.declarations().add(paper);
            }
            return paper;
        }
        Model model = pools.models.get(random.nextInt(Spec.MODELS));
        String kind = turn < 10 ? "certificate" : turn < 14 ? "authorisation" : turn < 17 ? "report" : "notification";
        Model.Version version = model.versions().get(random.nextInt(Spec.VERSIONS));
        Evidence paper = paper(kind, model, null, version.released());
        if (isVisible(paper)) {
            model.evidence().add(paper);
        }
        return paper;
    }

    /** Evidence of days to come is not seen yet. */
    private static boolean isVisible(Evidence paper) {
        LocalDate issued = paper.issued();
        return (issued == null || !issued.isAfter(Inventory.DAY))
                && !paper.received().isAfter(Inventory.DAY);
    }

    private Evidence paper(String kind, @Nullable Model model, @Nullable Supplier supplier, LocalDate near) {
        LocalDate issued = near.plusDays(random.nextInt(400) - 100);
        boolean certificate = kind.equals("certificate");
        boolean gap = random.nextDouble() < holes;
        return new Evidence(
                "e%04d".formatted(number++),
                kind,
                certificate ? SCHEMES[random.nextInt(SCHEMES.length)] : "",
                ISSUERS[random.nextInt(ISSUERS.length)],
                model == null ? "" : model.product(),
                model == null ? List.of() : versions(model),
                regions(),
                supplier == null ? "" : supplier.id(),
                certificate ? specs() : List.of(),
                gap && random.nextBoolean() ? null : issued,
                issued.plusDays(random.nextInt(20)),
                issued.plusDays(5),
                gap ? null : issued.plusDays(700 + random.nextInt(2_500)),
                random.nextInt(25) == 0 ? issued.plusDays(200 + random.nextInt(900)) : NEVER,
                kind.equals("report") ? random.nextInt(5) == 0 ? "failed" : "passed" : "");
    }

    private List<String> versions(Model model) {
        int first = random.nextInt(Spec.VERSIONS);
        int last = Math.min(Spec.VERSIONS - 1, first + random.nextInt(3));
        return model.versions().subList(first, last + 1).stream()
                .map(Model.Version::name)
                .toList();
    }

    private List<String> regions() {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String region = Pools.region(random);
            if (!some.contains(region)) {
                some.add(region);
            }
        }
        return List.copyOf(some);
    }

    private List<String> specs() {
        return random.nextBoolean() ? List.of("33.117", "33.512", "33.513") : List.of("33.117", "33.511");
    }
}
