package org.assay.engine.facts;

import java.time.LocalDate;

/** Civil dates, and the day after all of them. */
public final class Days {
    /** After every day: an event that has not happened, or a validity without an end. Written {@code "never"}. */
    public static final LocalDate NEVER = LocalDate.MAX;

    private Days() {}

    /** The ISO form, or {@code never}. */
    public static String print(LocalDate day) {
        return day.equals(NEVER) ? "never" : day.toString();
    }
}
