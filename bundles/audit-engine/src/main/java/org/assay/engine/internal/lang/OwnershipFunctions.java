package org.assay.engine.internal.lang;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.Kind;

/** The functions on who holds and controls whom. An owner is a supplier, or a name. */
final class OwnershipFunctions {
    static final String INTEREST = "interest";
    static final String RELATED = "related";

    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType INT = SimpleType.INT;
    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType DATE = Types.DATE;
    private static final CelType SUPPLIER = Types.struct(Kind.SUPPLIER.word());

    private OwnershipFunctions() {}

    static void declare(Functions functions) {
        functions.global(
                "inGroup",
                "in_group",
                BOOL,
                List.of(SUPPLIER, TEXT, DATE),
                args -> RecordCalls.inGroup(args[0], (String) args[1], args[2]));
        functions.global(
                "ultimate",
                "ultimate",
                SUPPLIER,
                List.of(SUPPLIER, DATE),
                args -> RecordCalls.ultimate(args[0], args[1]));
        for (CelType owner : List.of(SUPPLIER, TEXT)) {
            ofOwner(functions, owner);
        }
    }

    private static void ofOwner(Functions functions, CelType owner) {
        functions.global(
                "controls",
                "controls_" + owner.name(),
                BOOL,
                List.of(owner, SUPPLIER, DATE),
                args -> RecordCalls.controls(args[0], args[1], args[2]));
        functions.global(
                INTEREST,
                "interest_" + owner.name(),
                Types.INTEREST,
                List.of(owner, SUPPLIER, TEXT, DATE),
                args -> RecordCalls.interest(args[0], args[1], (String) args[2], args[3]));
        functions.global(
                RELATED,
                "related_" + owner.name(),
                BOOL,
                List.of(owner, SUPPLIER, INT, INT, DATE),
                args -> RecordCalls.related(args[0], args[1], Fraction.of((Long) args[2], (Long) args[3]), args[4]));
    }
}
