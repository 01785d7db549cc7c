package org.assay.bench.peers;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assay.bench.inventory.Evidence;
import org.assay.bench.inventory.Supplier;
import org.assay.bench.inventory.Unit;

/** What evidence says about a component, for engines whose language cannot go through a list of records. */
final class Papers {
    private static final long NONE = Integer.MAX_VALUE + 1L;

    private final Law law;

    Papers(Law law) {
        this.law = law;
    }

    /** The first day of a certificate for its version. */
    long certifiedFrom(Unit unit) {
        return earliest(certificates(unit), Evidence::issued);
    }

    boolean certifiedToday(Unit unit) {
        return certificates(unit).anyMatch(law::validToday);
    }

    private Stream<Evidence> certificates(Unit unit) {
        return of(
                unit,
                "certificate",
                paper -> law.accepted(paper) && paper.versions().contains(unit.version()));
    }

    long reportedFrom(Unit unit) {
        return earliest(of(unit, "report", paper -> paper.result().equals("passed")), Evidence::issued);
    }

    long notifiedFrom(Unit unit) {
        return earliest(of(unit, "notification", paper -> true), paper -> law.addMonths(paper.received(), 2));
    }

    long declaredFrom(Supplier supplier) {
        return earliest(supplier.declarations().stream().filter(law::untilToday), Evidence::issued);
    }

    Set<String> authorisedRegions(Unit unit) {
        Set<String> regions = new TreeSet<>();
        of(unit, "authorisation", law::untilToday).map(Evidence::regions).forEach(regions::addAll);
        return regions;
    }

    private static Stream<Evidence> of(Unit unit, String kind, Predicate<Evidence> which) {
        List<Evidence> all = unit.model().evidence();
        return all.stream().filter(paper -> paper.kind().equals(kind)).filter(which);
    }

    private static long earliest(Stream<Evidence> some, Function<Evidence, LocalDate> day) {
        return some.map(day).mapToLong(UnitBean::day).min().orElse(NONE);
    }
}
