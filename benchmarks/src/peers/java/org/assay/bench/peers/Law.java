package org.assay.bench.peers;

import static org.assay.bench.inventory.Inventory.DAY;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.bench.inventory.Evidence;
import org.assay.bench.inventory.Supplier;
import org.assay.bench.inventory.Unit;
import org.assay.bench.two.Register;

/** The functions that our rule language has and other engines are given: look-ups in tables, groups, days. */
public final class Law {
    private static final Set<String> SCHEMES = Set.of("NESAS-CCS-GI", "CC", "BSZ");

    private final Register register;
    private final Map<String, LocalDate> days = new HashMap<>();

    /** Over these tables. */
    public Law(Register register) {
        this.register = register;
    }

    /** Whether a function is on the list. */
    public boolean critical(List<String> functions) {
        return register.critical(functions);
    }

    /** Whether a certificate's scheme and issuer count. */
    public boolean accepted(Evidence paper) {
        return SCHEMES.contains(paper.scheme()) && paper.issuer().equals("BSI");
    }

    /** Whether it is valid on the day of the audit. */
    public boolean validToday(Evidence paper) {
        return !paper.validFrom().isAfter(DAY)
                && untilToday(paper)
                && paper.ended().isAfter(DAY);
    }

    /** Whether it has not run out. */
    public boolean untilToday(Evidence paper) {
        return !paper.validUntil().isBefore(DAY);
    }

    /** Whether a supplier belongs to a group. */
    public boolean inGroup(Supplier supplier, String group) {
        return register.inGroup(supplier, group);
    }

    /** Whether an owner, or an owner's owner, is outside the allied countries. */
    public boolean heldFromOutside(Supplier supplier) {
        return register.heldFromOutside(supplier);
    }

    /** Whether a hardware model is withdrawn. */
    public boolean withdrawn(String model) {
        return register.withdrawn(model);
    }

    /** Whether a version is known to be vulnerable. */
    public boolean vulnerable(String product, String version) {
        return register.vulnerable(product, version);
    }

    /** The day of the audit. */
    public LocalDate today() {
        return DAY;
    }

    /** A day as written. */
    public LocalDate day(String day) {
        return days.computeIfAbsent(day, LocalDate::parse);
    }

    /** Days from one to another. */
    public long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** So many months later; what never comes still never comes. */
    public LocalDate addMonths(LocalDate day, int months) {
        return day.equals(Unit.NEVER) ? day : day.plusMonths(months);
    }
}
