package org.assay.engine.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Fraction;

/** Adds up what the owners of one company hold. Stateless. */
final class Holdings {
    private Holdings() {}

    /** More than the whole of the capital or of the votes on some day, in words; empty where that is never so. */
    static Optional<String> over(FactRecord supplier) {
        List<FactRecord> owners = supplier.list("owners").stream()
                .filter(FactRecord.class::isInstance)
                .map(FactRecord.class::cast)
                .toList();
        return Stream.of("equity", "votes")
                .flatMap(share -> days(owners).flatMap(day -> over(owners, share, day).stream()))
                .findFirst();
    }

    /** Shares only grow on a day on which somebody begins to hold. */
    private static Stream<LocalDate> days(List<FactRecord> owners) {
        return owners.stream()
                .map(owner -> day(owner, "from", LocalDate.MIN))
                .distinct()
                .sorted();
    }

    private static Optional<String> over(List<FactRecord> owners, String share, LocalDate day) {
        Fraction sum = owners.stream()
                .filter(owner -> !day(owner, "from", LocalDate.MIN).isAfter(day))
                .filter(owner -> !day(owner, "until", Days.NEVER).isBefore(day))
                .flatMap(owner -> owner.get(share).stream())
                .map(Fraction.class::cast)
                .reduce(Fraction.ZERO, Fraction::plus);
        String since = day.equals(LocalDate.MIN) ? "" : " on " + day;
        return sum.compareTo(Fraction.ONE) > 0
                ? Optional.of(sum + " of the " + (share.equals("equity") ? "capital" : "votes") + since
                        + ", more than the whole")
                : Optional.empty();
    }

    private static LocalDate day(FactRecord owner, String field, LocalDate otherwise) {
        return owner.get(field).map(LocalDate.class::cast).orElse(otherwise);
    }
}
