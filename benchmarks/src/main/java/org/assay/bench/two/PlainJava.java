package org.assay.bench.two;

import static org.assay.bench.inventory.Inventory.DAY;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assay.bench.inventory.Evidence;
import org.assay.bench.inventory.Site;
import org.assay.bench.inventory.Supplier;
import org.assay.bench.inventory.Unit;

/**
 * The thirty rules as one method over a component, as one writes them first: references followed, evidence
 * already found by product; texts and dates are texts and dates. Bit n of the answer is rule n + 1, set where
 * it holds. For complete networks only.
 */
public final class PlainJava {
    private static final LocalDate D2019 = LocalDate.parse("2019-01-01");
    private static final LocalDate JUNE2020 = LocalDate.parse("2020-06-01");
    private static final LocalDate D2021 = LocalDate.parse("2021-01-01");
    private static final LocalDate JUNE2021 = LocalDate.parse("2021-06-01");
    private static final LocalDate D2022 = LocalDate.parse("2022-01-01");
    private static final LocalDate JULY2023 = LocalDate.parse("2023-07-01");

    private final Register register;

    /** The rules over these tables. */
    public PlainJava(Register register) {
        this.register = register;
    }

    /** All components, one word each. */
    public void evaluate(Unit[] units, long[] masks) {
        for (int i = 0; i < units.length; i++) {
            masks[i] = mask(units[i]);
        }
    }

    /** The thirty verdicts on one component. */
    public long mask(Unit unit) {
        boolean critical = register.critical(unit.functions());
        return lists(unit, critical) | evidence(unit, critical) | places(unit) | days(unit) | parties(unit, critical);
    }

    private long lists(Unit unit, boolean critical) {
        String domain = unit.domain();
        boolean ran = domain.equals("ran");
        boolean passive = domain.equals("passive");
        List<String> generations = unit.generations();
        boolean old = generations.contains("2G") || generations.contains("3G");
        Supplier maker = unit.hardwareMaker();
        Supplier seller = unit.supplier();
        return bit(1, !critical || Words.ALLIED.contains(maker.registeredIn()))
                | bit(
                        4,
                        !ran
                                || !generations.contains("5G")
                                || !unit.softwareSince().isBefore(JUNE2020))
                | bit(6, !domain.equals("core") || !register.inGroup(seller, "Huawei"))
                | bit(7, !ran || unit.firstUse().isBefore(D2021) || !designated(maker))
                | bit(10, passive || domain.equals("transport") || !Words.stateControlled(seller))
                | bit(11, passive || Words.ALLIED.contains(unit.producedIn()))
                | bit(13, !old || unit.firstUse().isBefore(D2019))
                | bit(18, passive || Words.CATEGORIES.contains(unit.category()))
                | bit(25, unit.ordered().isBefore(JUNE2021) || !register.heldFromOutside(seller))
                | bit(29, !ran || Words.RADIO.containsAll(unit.functions()));
    }

    private boolean designated(Supplier maker) {
        return register.inGroup(maker, "Huawei") || register.inGroup(maker, "ZTE");
    }

    private static long evidence(Unit unit, boolean critical) {
        boolean before = !critical;
        boolean today = !critical;
        boolean report = unit.firstUse().isBefore(JULY2023);
        boolean notified = !unit.domain().equals("core") || unit.firstUse().isBefore(D2022);
        for (Evidence paper : unit.model().evidence()) {
            switch (paper.kind()) {
                case "certificate" -> {
                    if (!(before && today) && counts(paper) && paper.versions().contains(unit.version())) {
                        before = before || !paper.issued().isAfter(unit.firstUse());
                        today = today || valid(paper);
                    }
                }
                case "report" ->
                    report = report
                            || paper.result().equals("passed")
                                    && !paper.issued().isAfter(unit.firstUse());
                case "notification" ->
                    notified = notified || !paper.received().plusMonths(2).isAfter(unit.firstUse());
                default -> {}
            }
        }
        return bit(2, before) | bit(3, today) | bit(5, report) | bit(30, notified);
    }

    private static boolean counts(Evidence paper) {
        return Words.SCHEMES.contains(paper.scheme()) && paper.issuer().equals("BSI");
    }

    private static boolean valid(Evidence paper) {
        return !paper.validFrom().isAfter(DAY)
                && !paper.validUntil().isBefore(DAY)
                && paper.ended().isAfter(DAY);
    }

    private static long places(Unit unit) {
        Site site = unit.site();
        boolean central = site.kind().equals("central");
        boolean high = central || site.kind().equals("regional");
        return bit(8, !site.significant() || authorised(unit, site))
                | bit(12, !high || Words.UNION.contains(unit.supplier().seatIn()))
                | bit(14, central || !Words.any(unit.functions(), Words.SUBSCRIBERS::contains))
                | bit(
                        19,
                        !Words.CENTRAL.contains(unit.domain()) || site.country().equals("DE"))
                | bit(27, !site.kind().equals("cell") || unit.traffic() <= 50_000);
    }

    private static boolean authorised(Unit unit, Site site) {
        for (Evidence paper : unit.model().evidence()) {
            if (paper.kind().equals("authorisation")
                    && !paper.validUntil().isBefore(DAY)
                    && paper.regions().contains(site.region())) {
                return true;
            }
        }
        return false;
    }

    private long days(Unit unit) {
        boolean used = unit.status().equals("in-service");
        return bit(9, unit.endOfSupport().isAfter(DAY) || unit.status().equals("removed"))
                | bit(17, !used || unit.installed().isBefore(unit.firstUse()))
                | bit(23, !used || !register.withdrawn(unit.hardwareModel()))
                | bit(24, !register.vulnerable(unit.product(), unit.version()))
                | bit(26, !used || ChronoUnit.DAYS.between(unit.installed(), unit.firstUse()) <= 180)
                | bit(
                        28,
                        unit.domain().equals("passive")
                                || !unit.softwareSince().plusMonths(72).isBefore(DAY));
    }

    private static long parties(Unit unit, boolean critical) {
        return bit(15, unit.softwareMaker() == unit.hardwareMaker() || declared(unit.softwareMaker(), Unit.NEVER))
                | bit(16, declared(unit.supplier(), unit.firstUse()))
                | bit(20, !Words.any(unit.operatedBy(), party -> !Words.UNION.contains(party.registeredIn())))
                | bit(21, !Words.any(unit.remoteAccess(), access -> !access.logged()))
                | bit(
                        22,
                        !critical
                                || !Words.any(unit.remoteAccess(), access -> !Words.UNION.contains(access.country())));
    }

    private static boolean declared(Supplier supplier, LocalDate by) {
        for (Evidence paper : supplier.declarations()) {
            if (!paper.issued().isAfter(by) && !paper.validUntil().isBefore(DAY)) {
                return true;
            }
        }
        return false;
    }

    private static long bit(int rule, boolean holds) {
        return holds ? 1L << rule - 1 : 0;
    }
}
