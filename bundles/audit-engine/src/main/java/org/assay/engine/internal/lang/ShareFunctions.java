package org.assay.engine.internal.lang;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.List;

/** Shares and counts against limits. */
final class ShareFunctions {
    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType INT = SimpleType.INT;

    private ShareFunctions() {}

    static void declare(Functions functions) {
        for (CelType part : List.of(Types.SHARE, Types.INTEREST)) {
            functions.member(
                    "over",
                    part.name() + "_over",
                    BOOL,
                    List.of(part, INT, INT),
                    args -> Comparisons.over(args[0], args[1], args[2]));
            functions.member(
                    "reaches",
                    part.name() + "_reaches",
                    BOOL,
                    List.of(part, INT, INT),
                    args -> Comparisons.reaches(args[0], args[1], args[2]));
            functions.member(
                    "over",
                    part.name() + "_over_share",
                    BOOL,
                    List.of(part, Types.SHARE),
                    args -> Comparisons.over(args[0], args[1]));
            functions.member(
                    "reaches",
                    part.name() + "_reaches_share",
                    BOOL,
                    List.of(part, Types.SHARE),
                    args -> Comparisons.reaches(args[0], args[1]));
        }
        functions.member(
                "swapsTo",
                "share_swaps_to",
                INT,
                List.of(Types.SHARE, INT, INT),
                args -> Comparisons.swapsTo(args[0], args[1], args[2]));
        functions.member(
                "over",
                "count_over",
                BOOL,
                List.of(Types.COUNT, INT),
                args -> Comparisons.countOver(args[0], (Long) args[1]));
        functions.member(
                "reaches",
                "count_reaches",
                BOOL,
                List.of(Types.COUNT, INT),
                args -> Comparisons.countReaches(args[0], (Long) args[1]));
    }
}
