package org.assay.engine.internal.lang;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.world.Unknown;

/** The functions of language 1: their types and what they do. What they mean under one number never changes. */
final class Functions {
    static final String KNOWN = "@known";
    static final String SURE = "@sure";
    static final String EQUALS = "_==_";

    private static final TypeParamType ANY = TypeParamType.create("T");
    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType INT = SimpleType.INT;
    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType DATE = Types.DATE;

    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    /** All of them; stateless, for use by any number of packs. */
    Functions() {
        equality();
        dates();
        records();
        shares();
        lists();
    }

    List<CelFunctionDecl> declarations() {
        return overloads.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<CelFunctionBinding> bindings() {
        return List.copyOf(bindings);
    }

    private void equality() {
        global(EQUALS, "eq", BOOL, List.of(ANY, ANY), args -> Equality.equal(args[0], args[1]));
        global("_!=_", "ne", BOOL, List.of(ANY, ANY), args -> Equality.not(Equality.equal(args[0], args[1])));
        global("@in", "in", BOOL, List.of(ANY, ListType.create(ANY)), args -> Equality.in(args[0], (List<?>) args[1]));
    }

    private void dates() {
        global("date", "date_text", DATE, List.of(TEXT), args -> DayMath.date((String) args[0]));
        global("addDays", "add_days", DATE, List.of(DATE, INT), args -> DayMath.addDays(args[0], (Long) args[1]));
        global("addMonths", "add_months", DATE, List.of(DATE, INT), args -> DayMath.addMonths(args[0], (Long) args[1]));
        global("days", "days", INT, List.of(DATE, DATE), args -> DayMath.days(args[0], args[1]));
        global("latest", "latest", DATE, List.of(ListType.create(DATE)), args -> DayMath.latest((List<?>) args[0]));
        global("_<_", "lt_date", BOOL, List.of(DATE, DATE), args -> DayMath.less(args[0], args[1], false));
        global("_<=_", "le_date", BOOL, List.of(DATE, DATE), args -> DayMath.less(args[0], args[1], true));
        global("_>_", "gt_date", BOOL, List.of(DATE, DATE), args -> DayMath.less(args[1], args[0], false));
        global("_>=_", "ge_date", BOOL, List.of(DATE, DATE), args -> DayMath.less(args[1], args[0], true));
    }

    private void records() {
        CelType component = kind(Kind.COMPONENT);
        CelType supplier = kind(Kind.SUPPLIER);
        CelType evidence = kind(Kind.EVIDENCE);
        CelType contract = kind(Kind.CONTRACT);
        global(KNOWN, "known", BOOL, List.of(ANY, TEXT), args -> RecordCalls.known(args[0], (String) args[1]));
        global(SURE, "sure", BOOL, List.of(ANY), args -> RecordCalls.sure(args[0]));
        global(
                "inService",
                "in_service",
                BOOL,
                List.of(component, DATE),
                args -> RecordCalls.inService(args[0], args[1]));
        global(
                "suppliersOf",
                "suppliers_of",
                ListType.create(supplier),
                List.of(component),
                args -> RecordCalls.suppliersOf(args[0]));
        for (CelType of : List.of(supplier, kind(Kind.SITE), evidence, contract)) {
            global(
                    "componentsOf",
                    "components_of_" + of.name(),
                    ListType.create(component),
                    List.of(of),
                    args -> RecordCalls.componentsOf(args[0]));
        }
        for (CelType of : List.of(component, supplier, kind(Kind.SITE), kind(Kind.OPERATOR), contract)) {
            global(
                    "evidenceFor",
                    "evidence_for_" + of.name(),
                    ListType.create(evidence),
                    List.of(of, TEXT),
                    args -> RecordCalls.evidenceFor(args[0], (String) args[1]));
        }
        global(
                "evidenceAbout",
                "evidence_about",
                ListType.create(evidence),
                List.of(evidence, TEXT),
                args -> RecordCalls.evidenceAbout(args[0], (String) args[1]));
        for (CelType of : List.of(component, supplier)) {
            global(
                    "contractsFor",
                    "contracts_for_" + of.name(),
                    ListType.create(contract),
                    List.of(of),
                    args -> RecordCalls.contractsFor(args[0]));
        }
        global(
                "ordersFor",
                "orders_for",
                ListType.create(kind(Kind.ORDER)),
                List.of(kind(Kind.OPERATOR)),
                args -> RecordCalls.ordersFor(args[0]));
        global(
                "inGroup",
                "in_group",
                BOOL,
                List.of(supplier, TEXT, DATE),
                args -> RecordCalls.inGroup(args[0], (String) args[1], args[2]));
        global(
                "controls",
                "controls",
                BOOL,
                List.of(supplier, supplier, DATE),
                args -> RecordCalls.controls(args[0], args[1], args[2]));
    }

    private void shares() {
        member(
                "over",
                "share_over",
                BOOL,
                List.of(Types.SHARE, INT, INT),
                args -> Comparisons.over(args[0], args[1], args[2]));
        member(
                "reaches",
                "share_reaches",
                BOOL,
                List.of(Types.SHARE, INT, INT),
                args -> Comparisons.reaches(args[0], args[1], args[2]));
        member(
                "over",
                "share_over_share",
                BOOL,
                List.of(Types.SHARE, Types.SHARE),
                args -> Comparisons.over(args[0], args[1]));
        member(
                "reaches",
                "share_reaches_share",
                BOOL,
                List.of(Types.SHARE, Types.SHARE),
                args -> Comparisons.reaches(args[0], args[1]));
        member(
                "swapsTo",
                "share_swaps_to",
                INT,
                List.of(Types.SHARE, INT, INT),
                args -> Comparisons.swapsTo(args[0], args[1], args[2]));
        member(
                "over",
                "count_over",
                BOOL,
                List.of(Types.COUNT, INT),
                args -> Comparisons.countOver(args[0], (Long) args[1]));
        member(
                "reaches",
                "count_reaches",
                BOOL,
                List.of(Types.COUNT, INT),
                args -> Comparisons.countReaches(args[0], (Long) args[1]));
    }

    private void lists() {
        CelType texts = ListType.create(TEXT);
        global("minus", "minus", texts, List.of(texts, texts), args -> minus((List<?>) args[0], (List<?>) args[1]));
        member(
                "on",
                "on",
                ListType.create(ANY),
                List.of(ListType.create(ANY), DATE),
                args -> RecordCalls.on((List<?>) args[0], args[1]));
    }

    private static Object minus(List<?> from, List<?> taken) {
        List<Object> left = new ArrayList<>(from);
        left.removeAll(new TreeSet<>(taken));
        return List.copyOf(left);
    }

    private static CelType kind(Kind kind) {
        return Types.struct(kind.word());
    }

    private void global(String name, String id, CelType result, List<CelType> args, CelFunctionOverload body) {
        add(name, CelOverloadDecl.newGlobalOverload("assay_" + id, result, args), body);
    }

    private void member(String name, String id, CelType result, List<CelType> args, CelFunctionOverload body) {
        add(name, CelOverloadDecl.newMemberOverload("assay_" + id, result, args), body);
    }

    private void add(String name, CelOverloadDecl overload, CelFunctionOverload body) {
        overloads.computeIfAbsent(name, n -> new ArrayList<>()).add(overload);
        List<Class<?>> classes = new ArrayList<>();
        overload.parameterTypes().forEach(type -> classes.add(Object.class));
        CelFunctionOverload inCel = args -> Unknown.toCel(body.apply(args));
        bindings.add(CelFunctionBinding.from(overload.overloadId(), classes, inCel));
    }
}
