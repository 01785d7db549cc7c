package org.assay.engine.internal.lang;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.List;
import org.assay.engine.facts.Kind;

/** The functions on records: what belongs to what. */
final class RecordFunctions {
    private static final TypeParamType ANY = TypeParamType.create("T");
    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType DATE = Types.DATE;

    private RecordFunctions() {}

    static void declare(Functions functions) {
        CelType component = kind(Kind.COMPONENT);
        CelType supplier = kind(Kind.SUPPLIER);
        CelType evidence = kind(Kind.EVIDENCE);
        CelType contract = kind(Kind.CONTRACT);
        functions.global(
                Functions.KNOWN,
                "known",
                BOOL,
                List.of(ANY, TEXT),
                args -> RecordCalls.known(args[0], (String) args[1]));
        functions.global(Functions.SURE, "sure", BOOL, List.of(ANY), args -> RecordCalls.sure(args[0]));
        functions.global(
                "inService",
                "in_service",
                BOOL,
                List.of(component, DATE),
                args -> RecordCalls.inService(args[0], args[1]));
        functions.global(
                "suppliersOf",
                "suppliers_of",
                ListType.create(supplier),
                List.of(component),
                args -> RecordCalls.suppliersOf(args[0]));
        functions.global(
                "suppliersIn",
                "suppliers_in",
                ListType.create(supplier),
                List.of(kind(Kind.NETWORK)),
                args -> RecordCalls.suppliersIn(args[0]));
        for (CelType of : List.of(supplier, kind(Kind.SITE), evidence, contract)) {
            functions.global(
                    "componentsOf",
                    "components_of_" + of.name(),
                    ListType.create(component),
                    List.of(of),
                    args -> RecordCalls.componentsOf(args[0]));
        }
        for (CelType of : List.of(component, supplier, kind(Kind.SITE), kind(Kind.OPERATOR), contract)) {
            functions.global(
                    "evidenceFor",
                    "evidence_for_" + of.name(),
                    ListType.create(evidence),
                    List.of(of, TEXT),
                    args -> RecordCalls.evidenceFor(args[0], (String) args[1]));
        }
        functions.global(
                "evidenceAbout",
                "evidence_about",
                ListType.create(evidence),
                List.of(evidence, TEXT),
                args -> RecordCalls.evidenceAbout(args[0], (String) args[1]));
        for (CelType of : List.of(component, supplier)) {
            functions.global(
                    "contractsFor",
                    "contracts_for_" + of.name(),
                    ListType.create(contract),
                    List.of(of),
                    args -> RecordCalls.contractsFor(args[0]));
        }
        functions.global(
                "ordersFor",
                "orders_for",
                ListType.create(kind(Kind.ORDER)),
                List.of(kind(Kind.OPERATOR)),
                args -> RecordCalls.ordersFor(args[0]));
    }

    private static CelType kind(Kind kind) {
        return Types.struct(kind.word());
    }
}
