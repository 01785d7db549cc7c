package org.assay.bench.peers;

import java.time.LocalDate;
import org.assay.bench.inventory.Unit;

/** A component with the accessors that jCasbin's expressions look for; days are numbers. */
public final class UnitBean {
    private final Unit unit;

    /** Of a component. */
    public UnitBean(Unit unit) {
        this.unit = unit;
    }

    /** The component. */
    public Unit unit() {
        return unit;
    }

    /** The part of the network. */
    public String getDomain() {
        return unit.domain();
    }

    /** The category. */
    public String getCategory() {
        return unit.category();
    }

    /** The status. */
    public String getStatus() {
        return unit.status();
    }

    /** Where its hardware's maker is registered. */
    public String getMakerCountry() {
        return unit.hardwareMaker().registeredIn();
    }

    /** Where its seller has its seat. */
    public String getSeat() {
        return unit.supplier().seatIn();
    }

    /** Where it was made. */
    public String getProducedIn() {
        return unit.producedIn();
    }

    /** The kind of its site. */
    public String getSiteKind() {
        return unit.site().kind();
    }

    /** The country of its site. */
    public String getSiteCountry() {
        return unit.site().country();
    }

    /** Whether its site is significant. */
    public boolean isSignificant() {
        return unit.site().significant();
    }

    /** Whether one makes hardware and software. */
    public boolean isSameMaker() {
        return unit.softwareMaker() == unit.hardwareMaker();
    }

    /** Its traffic. */
    public long getTraffic() {
        return unit.traffic();
    }

    /** Its day of order. */
    public long getOrdered() {
        return day(unit.ordered());
    }

    /** Its day of installation. */
    public long getInstalled() {
        return day(unit.installed());
    }

    /** Its first day of use. */
    public long getFirstUse() {
        return day(unit.firstUse());
    }

    /** Since when its software runs. */
    public long getSince() {
        return day(unit.softwareSince());
    }

    /** Until when it is supported. */
    public long getEndOfSupport() {
        return day(unit.endOfSupport());
    }

    static long day(LocalDate day) {
        return day.equals(Unit.NEVER) ? Integer.MAX_VALUE : day.toEpochDay();
    }
}
