package org.assay.bench.two;

import org.assay.bench.inventory.Unit;

/** A component prepared for rules by hand: words are numbers or bits, days are numbers, references are followed. */
final class Row {
    final Party seller;
    final Party hardwareMaker;
    final Party softwareMaker;
    final Product product;
    final Place place;
    final int version;
    final long functions;
    final int domain;
    final int category;
    final int generations;
    final int producedIn;
    final long operators;
    final long accessFrom;
    final boolean unlogged;
    final int status;
    final int ordered;
    final int installed;
    final int firstUse;
    final int since;
    final int endOfSupport;
    final int traffic;

    /** What a programmer works out once for each supplier. */
    record Party(
            boolean allied,
            boolean seatInUnion,
            boolean huawei,
            boolean designated,
            boolean state,
            boolean heldFromOutside,
            Span[] declarations) {}

    /** What there is about a model, with its versions as bits. */
    record Product(
            boolean withdrawn,
            long vulnerable,
            Certificate[] certificates,
            int[] passed,
            int[] notified,
            Authorisation[] authorisations) {}

    /** Days from and to. */
    record Span(int from, int to) {}

    /** A certificate of an accepted scheme and issuer. */
    record Certificate(long versions, int issued, int from, int until, int ended) {}

    /** An authorisation with its regions as bits. */
    record Authorisation(long regions, int until) {}

    /** A site. */
    record Place(int kind, long region, boolean home, boolean significant) {}

    Row(Preparation p, Unit unit) {
        seller = p.party(unit.supplier());
        hardwareMaker = p.party(unit.hardwareMaker());
        softwareMaker = p.party(unit.softwareMaker());
        product = p.product(unit.model());
        place = p.place(unit.site());
        version = p.version(unit);
        functions = p.functions.bits(unit.functions());
        domain = p.words.number(unit.domain());
        category = p.words.number(unit.category());
        generations = (int) p.words.bits(unit.generations());
        producedIn = p.countries.number(unit.producedIn());
        operators = p.registered(unit.operatedBy());
        accessFrom = p.from(unit.remoteAccess());
        unlogged = Words.any(unit.remoteAccess(), access -> !access.logged());
        status = p.words.number(unit.status());
        ordered = Codes.day(unit.ordered());
        installed = Codes.day(unit.installed());
        firstUse = Codes.day(unit.firstUse());
        since = Codes.day(unit.softwareSince());
        endOfSupport = Codes.day(unit.endOfSupport());
        traffic = unit.traffic();
    }
}
