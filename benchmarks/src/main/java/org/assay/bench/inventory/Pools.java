package org.assay.bench.inventory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.assay.bench.inventory.Supplier.Owner;

/** What all components share: suppliers, sites and models. */
final class Pools {
    private static final String[][] COMPANIES = {
        // id, name, group, registered in, seat in, holder (- float, ! state, else a supplier's id)
        {"nordnet", "Nordnet AB", "Nordnet", "SE", "SE", "-"},
        {"suomitel", "Suomitel Oyj", "Suomitel", "FI", "FI", "!Finland"},
        {"huawei", "Huawei Technologies Co., Ltd.", "Huawei", "CN", "CN", "-"},
        {"zte", "ZTE Corporation", "ZTE", "CN", "CN", "!China"},
        {"hanra", "Hanra Electronics", "Hanra", "KR", "KR", "-"},
        {"pacific", "Pacific Routing Inc.", "Pacific", "US", "US", "-"},
        {"birch", "Birch Networks Inc.", "Birch", "US", "US", "pacific"},
        {"kuma", "Kuma Denki", "Kuma", "JP", "JP", "-"},
        {"rheinopt", "Rheinopt GmbH", "Rheinopt", "DE", "DE", "-"},
        {"gallia", "Gallia Télécom SA", "Gallia", "FR", "FR", "!France"},
        {"lotus", "Lotus Components B.V.", "Lotus", "NL", "CN", "huawei"},
        {"ridge", "Ridge Compute Inc.", "Ridge", "US", "US", "-"},
        {"stratus", "Stratus Software Ltd", "Stratus", "IE", "US", "ridge"},
        {"baltic", "Baltic Antennas OÜ", "Baltic", "EE", "EE", "lotus"},
        {"aargau", "Aargau Sicherheit AG", "Aargau", "CH", "CH", "-"}
    };
    private static final String[] REGIONS = {
        "Bayern",
        "Berlin",
        "Brandenburg",
        "Bremen",
        "Hamburg",
        "Hessen",
        "Niedersachsen",
        "Nordrhein-Westfalen",
        "Saarland",
        "Sachsen",
        "Sachsen-Anhalt",
        "Thüringen",
        "Rheinland-Pfalz",
        "Schleswig-Holstein"
    };
    private static final LocalDate FIRST = LocalDate.parse("2015-01-01");

    final List<Supplier> suppliers = new ArrayList<>();
    final List<Site> sites = new ArrayList<>();
    final List<Model> models = new ArrayList<>();

    private final SplittableRandom random;

    Pools(long seed) {
        random = new SplittableRandom(seed);
        for (String[] company : COMPANIES) {
            suppliers.add(supplier(company));
        }
        for (int i = 0; i < Spec.SITES; i++) {
            sites.add(site(i));
        }
        for (int i = 0; i < Spec.MODELS; i++) {
            models.add(model(i));
        }
    }

    static String region(SplittableRandom random) {
        return REGIONS[random.nextInt(REGIONS.length)];
    }

    private static Supplier supplier(String[] company) {
        String holder = company[5];
        Owner owner =
                switch (holder.charAt(0)) {
                    case '-' -> new Owner("float", "", "", 100, false);
                    case '!' -> new Owner("state", "", holder.substring(1), 60, true);
                    default -> new Owner("entity", holder, "", 75, true);
                };
        return new Supplier(
                company[0], company[1], company[2], company[3], company[4], List.of(owner), new ArrayList<>());
    }

    private Site site(int number) {
        String kind = number < 40 ? "central" : number < 440 ? "regional" : number < 2_440 ? "edge" : "cell";
        boolean abroad = random.nextInt(40) == 0;
        return new Site("s%05d".formatted(number), abroad ? "AT" : "DE", region(random), kind, random.nextInt(40) == 0);
    }

    private Model model(int number) {
        Trade trade = Trade.of(number);
        Supplier maker = suppliers.get(random.nextInt(Spec.SUPPLIERS));
        Supplier software = random.nextInt(8) == 0 ? suppliers.get(random.nextInt(Spec.SUPPLIERS)) : maker;
        Supplier seller = random.nextInt(6) == 0 ? suppliers.get(random.nextInt(Spec.SUPPLIERS)) : maker;
        String country = random.nextInt(3) == 0
                ? suppliers.get(random.nextInt(Spec.SUPPLIERS)).seatIn()
                : maker.seatIn();
        return new Model(
                "%s %d".formatted(maker.group(), 1_000 + number),
                trade.category(),
                trade.domain(),
                trade.functions(random),
                trade.generations(random),
                seller,
                maker,
                software,
                "%s-%d".formatted(maker.id().toUpperCase(Locale.ROOT), 1_000 + number),
                country,
                versions(),
                new ArrayList<>());
    }

    private List<Model.Version> versions() {
        List<Model.Version> versions = new ArrayList<>();
        LocalDate released = FIRST.plusDays(random.nextInt(2_400));
        for (int i = 0; i < Spec.VERSIONS; i++) {
            released = released.plusDays(60 + random.nextInt(300));
            versions.add(new Model.Version(
                    (i + 1) + "." + random.nextInt(10), released, released.plusDays(1_500 + random.nextInt(2_000))));
        }
        return versions;
    }
}
