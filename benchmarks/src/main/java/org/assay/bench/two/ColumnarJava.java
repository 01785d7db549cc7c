package org.assay.bench.two;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.assay.bench.inventory.Evidence;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Supplier;
import org.assay.bench.inventory.Unit;

/**
 * The thirty rules over columns, by hand: each rule holds where one of its terms does, so what a value makes hold is a word
 * worked out once per value, and the words of a component's values are joined. Terms over days, and over two columns, are
 * compared per component. For complete networks only.
 */
public final class ColumnarJava {
    private static final int DAY = Codes.day(Inventory.DAY);
    private static final int D2019 = Preparation.day("2019-01-01");
    private static final int JUNE2020 = Preparation.day("2020-06-01");
    private static final int D2021 = Preparation.day("2021-01-01");
    private static final int JUNE2021 = Preparation.day("2021-06-01");
    private static final int D2022 = Preparation.day("2022-01-01");
    private static final int JULY2023 = Preparation.day("2023-07-01");
    private static final int RENEWED = Codes.day(Inventory.DAY.minusMonths(72));

    private final Register register;
    private final Codes regions = new Codes();
    private final Table functions;
    private final Table domain;
    private final Table generations;
    private final Table seller;
    private final Table maker;
    private final Table release;
    private final Table product;
    private final Table site;
    private final Table status;
    private final Table parties;
    private final int[] firstUse;
    private final int[] installed;
    private final int[] since;
    private final int[] ordered;
    private final int[] traffic;
    private final int[] certified;
    private final int[] passed;
    private final int[] notified;
    private final int[] declared;
    private final long[] authorised;
    private final long[] region;

    /** The rules over these components and tables. */
    public ColumnarJava(Register register, Unit[] units) {
        this.register = register;
        functions = Table.of(units, Unit::functions, this::ofFunctions);
        domain = Table.of(units, Unit::domain, ColumnarJava::ofDomain);
        generations = Table.of(units, Unit::generations, ColumnarJava::ofGenerations);
        seller = Table.of(units, unit -> unit.supplier().id(), this::ofSeller);
        maker = Table.of(
                units,
                unit -> unit.hardwareMaker().id() + '/' + unit.softwareMaker().id(),
                this::ofMakers);
        release = Table.of(units, unit -> unit.product() + '/' + unit.version(), this::ofRelease);
        product = Table.of(units, Unit::product, this::ofProduct);
        site = Table.of(units, Unit::site, ColumnarJava::ofSite);
        status = Table.of(units, Unit::status, ColumnarJava::ofStatus);
        parties = Table.of(units, unit -> unit.operatedBy().toString() + unit.remoteAccess(), ColumnarJava::ofParties);
        firstUse = days(units, unit -> Codes.day(unit.firstUse()));
        installed = days(units, unit -> Codes.day(unit.installed()));
        since = days(units, unit -> Codes.day(unit.softwareSince()));
        ordered = days(units, unit -> Codes.day(unit.ordered()));
        traffic = days(units, Unit::traffic);
        certified = release.earliest(ColumnarJava::certificates);
        passed = product.earliest(unit -> papers(unit, "report"));
        notified = product.earliest(unit -> papers(unit, "notification"));
        declared = seller.earliest(unit -> declarations(unit.supplier()));
        authorised = product.firsts().stream().mapToLong(this::authorisations).toArray();
        region = site.firsts().stream()
                .mapToLong(unit -> 1L << regions.number(unit.site().region()))
                .toArray();
    }

    /** All components, one word each. */
    public void evaluate(long[] masks) {
        for (int i = 0; i < masks.length; i++) {
            masks[i] = values(i) | days(i) | joins(i);
        }
    }

    private long values(int i) {
        return functions.at(i)
                | domain.at(i)
                | generations.at(i)
                | seller.at(i)
                | maker.at(i)
                | release.at(i)
                | product.at(i)
                | site.at(i)
                | status.at(i)
                | parties.at(i);
    }

    private long days(int i) {
        int use = firstUse[i];
        return bit(4, since[i] >= JUNE2020)
                | bit(5, use < JULY2023)
                | bit(7, use < D2021)
                | bit(13, use < D2019)
                | bit(17, installed[i] < use)
                | bit(25, ordered[i] < JUNE2021)
                | bit(26, use - installed[i] <= 180)
                | bit(27, traffic[i] <= 50_000)
                | bit(28, since[i] >= RENEWED)
                | bit(30, use < D2022);
    }

    private long joins(int i) {
        int use = firstUse[i];
        int type = product.codes()[i];
        return bit(2, certified[release.codes()[i]] <= use)
                | bit(5, passed[type] <= use)
                | bit(8, (authorised[type] & region[site.codes()[i]]) != 0)
                | bit(16, declared[seller.codes()[i]] <= use)
                | bit(30, notified[type] <= use);
    }

    private long ofFunctions(Unit unit) {
        boolean idle = !register.critical(unit.functions());
        return bit(1, idle)
                | bit(2, idle)
                | bit(3, idle)
                | bit(14, !Words.any(unit.functions(), Words.SUBSCRIBERS::contains))
                | bit(22, idle)
                | bit(29, Words.RADIO.containsAll(unit.functions()));
    }

    private static long ofDomain(Unit unit) {
        String domain = unit.domain();
        boolean passive = domain.equals("passive");
        boolean noRadio = !domain.equals("ran");
        boolean noCore = !domain.equals("core");
        return bit(4, noRadio)
                | bit(6, noCore)
                | bit(7, noRadio)
                | bit(10, passive || domain.equals("transport"))
                | bit(11, passive)
                | bit(18, passive)
                | bit(19, !Words.CENTRAL.contains(domain))
                | bit(28, passive)
                | bit(29, noRadio)
                | bit(30, noCore);
    }

    private static long ofGenerations(Unit unit) {
        boolean old = unit.generations().contains("2G") || unit.generations().contains("3G");
        return bit(4, !unit.generations().contains("5G")) | bit(13, !old);
    }

    private long ofSeller(Unit unit) {
        Supplier supplier = unit.supplier();
        return bit(6, !register.inGroup(supplier, "Huawei"))
                | bit(10, !Words.stateControlled(supplier))
                | bit(12, Words.UNION.contains(supplier.seatIn()))
                | bit(25, !register.heldFromOutside(supplier));
    }

    private long ofMakers(Unit unit) {
        Supplier own = unit.hardwareMaker();
        boolean same = own == unit.softwareMaker();
        return bit(1, Words.ALLIED.contains(own.registeredIn()))
                | bit(7, !register.inGroup(own, "Huawei") && !register.inGroup(own, "ZTE"))
                | bit(15, same || declarations(unit.softwareMaker()).length > 0);
    }

    private long ofRelease(Unit unit) {
        boolean today = unit.model().evidence().stream()
                .anyMatch(paper -> covers(paper, unit)
                        && Codes.day(paper.validFrom()) <= DAY
                        && Codes.day(paper.validUntil()) >= DAY
                        && Codes.day(paper.ended()) > DAY);
        return bit(3, today)
                | bit(9, Codes.day(unit.endOfSupport()) > DAY)
                | bit(24, !register.vulnerable(unit.product(), unit.version()));
    }

    private long ofProduct(Unit unit) {
        return bit(11, Words.ALLIED.contains(unit.producedIn()))
                | bit(18, Words.CATEGORIES.contains(unit.category()))
                | bit(23, !register.withdrawn(unit.hardwareModel()));
    }

    private static long ofSite(Unit unit) {
        String kind = unit.site().kind();
        boolean central = kind.equals("central");
        return bit(8, !unit.site().significant())
                | bit(12, !central && !kind.equals("regional"))
                | bit(14, central)
                | bit(19, unit.site().country().equals("DE"))
                | bit(27, !kind.equals("cell"));
    }

    private static long ofStatus(Unit unit) {
        boolean idle = !unit.status().equals("in-service");
        return bit(9, unit.status().equals("removed")) | bit(17, idle) | bit(23, idle) | bit(26, idle);
    }

    private static long ofParties(Unit unit) {
        return bit(20, !Words.any(unit.operatedBy(), party -> !Words.UNION.contains(party.registeredIn())))
                | bit(21, !Words.any(unit.remoteAccess(), access -> !access.logged()))
                | bit(22, !Words.any(unit.remoteAccess(), access -> !Words.UNION.contains(access.country())));
    }

    private static boolean covers(Evidence paper, Unit unit) {
        return Words.SCHEMES.contains(paper.scheme())
                && paper.issuer().equals("BSI")
                && paper.versions().contains(unit.version());
    }

    private static int[] certificates(Unit unit) {
        return unit.model().evidence().stream()
                .filter(paper -> covers(paper, unit))
                .mapToInt(paper -> Codes.day(paper.issued()))
                .toArray();
    }

    private static int[] papers(Unit unit, String kind) {
        boolean report = kind.equals("report");
        return unit.model().evidence().stream()
                .filter(paper ->
                        paper.kind().equals(kind) && (!report || paper.result().equals("passed")))
                .mapToInt(paper ->
                        Codes.day(report ? paper.issued() : paper.received().plusMonths(2)))
                .toArray();
    }

    private static int[] declarations(Supplier supplier) {
        return supplier.declarations().stream()
                .filter(paper -> Codes.day(paper.validUntil()) >= DAY)
                .mapToInt(paper -> Codes.day(paper.issued()))
                .toArray();
    }

    private long authorisations(Unit unit) {
        return unit.model().evidence().stream()
                .filter(paper -> paper.kind().equals("authorisation") && Codes.day(paper.validUntil()) >= DAY)
                .mapToLong(paper -> regions.bits(paper.regions()))
                .reduce(0, (a, b) -> a | b);
    }

    private static int[] days(Unit[] units, ToIntFunction<Unit> day) {
        return Arrays.stream(units).mapToInt(day).toArray();
    }

    private static long bit(int rule, boolean holds) {
        return holds ? 1L << rule - 1 : 0;
    }
}
