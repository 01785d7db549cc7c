package org.assay.engine.internal.lang;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.List;
import org.assay.engine.internal.world.RowView;

/** The functions on dates. */
final class DayFunctions {
    static final String BUSINESS_DAYS = "addBusinessDays";
    static final String NEXT_DUE = "nextDue";
    static final String NEXT_KNOWN_DUE = "nextKnownDue";
    static final String NEXT_DONE = "nextDone";

    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType INT = SimpleType.INT;
    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType DATE = Types.DATE;
    private static final CelType DATES = ListType.create(DATE);
    private static final CelType ANY_LIST = ListType.create(TypeParamType.create("T"));

    private DayFunctions() {}

    static void declare(Functions functions) {
        making(functions);
        counting(functions);
        choosing(functions);
        comparing(functions);
    }

    private static void making(Functions functions) {
        functions.global("date", "date_text", DATE, List.of(TEXT), args -> DayMath.date((String) args[0]));
        functions.global(
                "date",
                "date_numbers",
                DATE,
                List.of(INT, INT, INT),
                args -> DayMath.date((Long) args[0], (Long) args[1], (Long) args[2]));
        functions.ranged(
                "addDays", "add_days", DATE, List.of(DATE, INT), args -> DayMath.addDays(args[0], (Long) args[1]));
        functions.ranged(
                "addMonths",
                "add_months",
                DATE,
                List.of(DATE, INT),
                args -> DayMath.addMonths(args[0], (Long) args[1]));
        functions.global(
                BUSINESS_DAYS,
                "add_business_days",
                DATE,
                List.of(DATE, INT, ANY_LIST),
                args -> BusinessDays.add(args[0], (Long) args[1], (RowView.Rows) args[2]));
        functions.global(
                Functions.WRITTEN + "lastAnnual",
                "last_annual",
                DATE,
                List.of(INT, INT, DATE),
                args -> DayMath.lastAnnual((Long) args[0], (Long) args[1], args[2]));
        functions.global(
                Functions.WRITTEN + "nextAnnual",
                "next_annual",
                DATE,
                List.of(INT, INT, DATE),
                args -> DayMath.nextAnnual((Long) args[0], (Long) args[1], args[2]));
    }

    private static void counting(Functions functions) {
        functions.global("days", "days", INT, List.of(DATE, DATE), args -> DayMath.days(args[0], args[1]));
        functions.global("months", "months", INT, List.of(DATE, DATE), args -> DayMath.months(args[0], args[1]));
        functions.global(
                "pace", "pace", INT, List.of(INT, DATE, DATE), args -> DayMath.pace((Long) args[0], args[1], args[2]));
        functions.global("year", "year", INT, List.of(DATE), args -> DayMath.year(args[0]));
    }

    private static void choosing(Functions functions) {
        functions.global("latest", "latest", DATE, List.of(DATES), args -> DayMath.latest((List<?>) args[0]));
        functions.global("earliest", "earliest", DATE, List.of(DATES), args -> DayMath.earliest((List<?>) args[0]));
        functions.global(
                NEXT_DUE, "next_due", DATE, List.of(ANY_LIST, DATE), args -> Terms.nextDue((List<?>) args[0], args[1]));
        functions.global(
                NEXT_KNOWN_DUE,
                "next_known_due",
                DATE,
                List.of(ANY_LIST, DATE),
                args -> Terms.nextKnownDue((List<?>) args[0], args[1]));
        functions.global(
                NEXT_DONE,
                "next_done",
                DATE,
                List.of(ANY_LIST, DATE),
                args -> Terms.nextDone((List<?>) args[0], args[1]));
    }

    private static void comparing(Functions functions) {
        functions.ranged("_<_", "lt_date", BOOL, List.of(DATE, DATE), args -> DayMath.less(args[0], args[1], false));
        functions.ranged("_<=_", "le_date", BOOL, List.of(DATE, DATE), args -> DayMath.less(args[0], args[1], true));
        functions.ranged("_>_", "gt_date", BOOL, List.of(DATE, DATE), args -> DayMath.less(args[1], args[0], false));
        functions.ranged("_>=_", "ge_date", BOOL, List.of(DATE, DATE), args -> DayMath.less(args[1], args[0], true));
    }
}
