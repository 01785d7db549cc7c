package org.assay.bench.two;

import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Unit;

/**
 * The thirty rules as one method over a prepared component, as one writes them for speed: no texts, no dates, no look-ups by
 * hash, shared conditions worked out once, no objects made. What is left are the reads of a row and the loops over its
 * evidence. Bit n of the answer is rule n + 1, set where it holds. For complete networks only.
 */
public final class FusedJava {
    private static final int DAY = Codes.day(Inventory.DAY);
    private static final int D2019 = Preparation.day("2019-01-01");
    private static final int JUNE2020 = Preparation.day("2020-06-01");
    private static final int D2021 = Preparation.day("2021-01-01");
    private static final int JUNE2021 = Preparation.day("2021-06-01");
    private static final int D2022 = Preparation.day("2022-01-01");
    private static final int JULY2023 = Preparation.day("2023-07-01");
    private static final int RENEWED = Codes.day(Inventory.DAY.minusMonths(72));

    private final Row[] rows;
    private final long critical;
    private final long subscribers;
    private final long radio;
    private final long union;
    private final long allied;
    private final long categories;
    private final long central;
    private final int ran;
    private final int core;
    private final int passive;
    private final int transport;
    private final int fiveG;
    private final int old;
    private final int inService;
    private final int removed;
    private final int centralSite;
    private final int regionalSite;
    private final int cell;

    /** The rules over these components and tables. */
    public FusedJava(Register register, Unit[] units) {
        Preparation p = new Preparation(register);
        rows = new Row[units.length];
        for (int i = 0; i < units.length; i++) {
            rows[i] = new Row(p, units[i]);
        }
        critical = p.functions.bits(register.criticalFunctions());
        subscribers = p.functions.bits(Words.SUBSCRIBERS);
        radio = p.functions.bits(Words.RADIO);
        union = p.countries.bits(Words.UNION);
        allied = p.countries.bits(Words.ALLIED);
        categories = p.words.bits(Words.CATEGORIES);
        central = p.words.bits(Words.CENTRAL);
        ran = p.words.number("ran");
        core = p.words.number("core");
        passive = p.words.number("passive");
        transport = p.words.number("transport");
        fiveG = 1 << p.words.number("5G");
        old = 1 << p.words.number("2G") | 1 << p.words.number("3G");
        inService = p.words.number("in-service");
        removed = p.words.number("removed");
        centralSite = p.words.number("central");
        regionalSite = p.words.number("regional");
        cell = p.words.number("cell");
    }

    /** All components, one word each. */
    public void evaluate(long[] masks) {
        for (int i = 0; i < rows.length; i++) {
            masks[i] = mask(rows[i]);
        }
    }

    private long mask(Row c) {
        boolean isCritical = (c.functions & critical) != 0;
        return lists(c, isCritical) | evidence(c, isCritical) | places(c) | days(c) | parties(c, isCritical);
    }

    private long lists(Row c, boolean isCritical) {
        boolean isRan = c.domain == ran;
        boolean isPassive = c.domain == passive;
        Row.Party seller = c.seller;
        Row.Party maker = c.hardwareMaker;
        return bit(1, !isCritical | maker.allied())
                | bit(4, !isRan | (c.generations & fiveG) == 0 | c.since >= JUNE2020)
                | bit(6, c.domain != core | !seller.huawei())
                | bit(7, !isRan | c.firstUse < D2021 | !maker.designated())
                | bit(10, isPassive | c.domain == transport | !seller.state())
                | bit(11, isPassive | has(allied, c.producedIn))
                | bit(13, (c.generations & old) == 0 | c.firstUse < D2019)
                | bit(18, isPassive | has(categories, c.category))
                | bit(25, c.ordered < JUNE2021 | !seller.heldFromOutside())
                | bit(29, !isRan | (c.functions & ~radio) == 0);
    }

    private long evidence(Row c, boolean isCritical) {
        boolean before = !isCritical;
        boolean today = !isCritical;
        for (Row.Certificate paper : isCritical ? c.product.certificates() : NONE) {
            if (has(paper.versions(), c.version)) {
                before |= paper.issued() <= c.firstUse;
                today |= paper.from() <= DAY & paper.until() >= DAY & paper.ended() > DAY;
            }
        }
        return bit(2, before)
                | bit(3, today)
                | bit(5, c.firstUse < JULY2023 || by(c.product.passed(), c.firstUse))
                | bit(30, c.domain != core || c.firstUse < D2022 || by(c.product.notified(), c.firstUse));
    }

    private static final Row.Certificate[] NONE = {};

    private long places(Row c) {
        Row.Place place = c.place;
        boolean atCentral = place.kind() == centralSite;
        return bit(8, !place.significant() || authorised(c.product, place.region()))
                | bit(12, !atCentral & place.kind() != regionalSite | c.seller.seatInUnion())
                | bit(14, atCentral | (c.functions & subscribers) == 0)
                | bit(19, !has(central, c.domain) | place.home())
                | bit(27, place.kind() != cell | c.traffic <= 50_000);
    }

    private static boolean authorised(Row.Product product, long region) {
        for (Row.Authorisation paper : product.authorisations()) {
            if (paper.until() >= DAY && (paper.regions() & region) != 0) {
                return true;
            }
        }
        return false;
    }

    private long days(Row c) {
        boolean idle = c.status != inService;
        return bit(9, c.endOfSupport > DAY | c.status == removed)
                | bit(17, idle | c.installed < c.firstUse)
                | bit(23, idle | !c.product.withdrawn())
                | bit(24, !has(c.product.vulnerable(), c.version))
                | bit(26, idle || c.firstUse - c.installed <= 180)
                | bit(28, c.domain == passive | c.since >= RENEWED);
    }

    private long parties(Row c, boolean isCritical) {
        return bit(15, c.softwareMaker == c.hardwareMaker || declared(c.softwareMaker, Integer.MAX_VALUE))
                | bit(16, declared(c.seller, c.firstUse))
                | bit(20, (c.operators & ~union) == 0)
                | bit(21, !c.unlogged)
                | bit(22, !isCritical | (c.accessFrom & ~union) == 0);
    }

    private static boolean declared(Row.Party party, int by) {
        for (Row.Span paper : party.declarations()) {
            if (paper.from() <= by && paper.to() >= DAY) {
                return true;
            }
        }
        return false;
    }

    private static boolean by(int[] days, int day) {
        for (int some : days) {
            if (some <= day) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(long bits, int number) {
        return (bits >> number & 1) != 0;
    }

    private static long bit(int rule, boolean holds) {
        return holds ? 1L << rule - 1 : 0;
    }
}
