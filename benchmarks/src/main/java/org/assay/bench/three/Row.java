package org.assay.bench.three;

import static org.assay.bench.three.Kleene.GAP;

import java.time.LocalDate;
import java.util.List;
import org.assay.bench.inventory.Unit;
import org.jspecify.annotations.Nullable;

/** A component prepared for rules by hand: words are numbers or bits, days are numbers, references are followed. */
final class Row {
    /** Said of a site whose component does not name it. */
    static final Place NOWHERE = new Place(Kleene.UNKNOWN, 0);

    final Product product;
    final Place place;
    final Declaration[] declarations;
    final boolean designated;
    final boolean central;
    final boolean functionsKnown;
    final long functions;
    final int version;
    final int status;
    final int firstUse;
    final int removed;
    final int endOfSupport;

    /** What there is about a model. */
    record Product(
            Certificate[] certificates, Authorisation[] authorisations, int[] notified, int reports, int[] passed) {}

    /** A certificate of a scheme and issuer that count; its versions as bits. */
    record Certificate(long versions, int issued, int until, int ended) {}

    /** An authorisation, its regions as bits. */
    record Authorisation(long regions, int until) {}

    /** A declaration. */
    record Declaration(int until) {}

    /** A site; its region is 0 where it is missing. */
    record Place(int significant, long region) {}

    Row(Preparation p, Unit unit) {
        product = p.product(unit.model());
        place = p.place(unit.site());
        declarations = p.declarations(unit.supplier());
        designated = p.designated(unit.supplier())
                || p.designated(unit.hardwareMaker())
                || !unit.domain().equals("passive") && p.designated(unit.softwareMaker());
        central = List.of("core", "management").contains(unit.domain());
        List<String> known = unit.functions();
        functionsKnown = known != null;
        functions = known == null ? 0 : p.functions(known);
        version = p.version(unit);
        status = p.status(unit.status());
        firstUse = day(unit.firstUse());
        removed = day(unit.removed());
        endOfSupport = day(unit.endOfSupport());
    }

    static int day(@Nullable LocalDate day) {
        if (day == null) {
            return GAP;
        }
        return day.equals(Unit.NEVER) ? Integer.MAX_VALUE - 1 : (int) day.toEpochDay();
    }
}
