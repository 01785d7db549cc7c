package org.assay.engine.internal.lang;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.exceptions.CelRuntimeException;
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
import java.util.Set;
import java.util.TreeSet;
import org.assay.engine.internal.measure.Range;
import org.assay.engine.internal.world.Unknown;

/** The functions of language 1: their types and what they do. What they mean under one number never changes. */
final class Functions {
    /** How the names of functions begin that only written-out expressions call. */
    static final String WRITTEN = "@";

    static final String KNOWN = "@known";
    static final String SURE = "@sure";
    static final String EQUALS = "_==_";

    private static final TypeParamType ANY = TypeParamType.create("T");
    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType INT = SimpleType.INT;
    private static final CelType TEXT = SimpleType.STRING;

    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();
    private final List<CelFunctionDecl> declarations;

    /** All of them; stateless, for use by any number of packs. */
    Functions() {
        equality();
        numbers();
        texts();
        lists();
        DayFunctions.declare(this);
        RecordFunctions.declare(this);
        OwnershipFunctions.declare(this);
        ShareFunctions.declare(this);
        declarations = overloads.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<CelFunctionDecl> declarations() {
        return declarations;
    }

    List<CelFunctionBinding> bindings() {
        return List.copyOf(bindings);
    }

    private void equality() {
        ranged(EQUALS, "eq", BOOL, List.of(ANY, ANY), args -> Equality.equal(args[0], args[1]));
        ranged("_!=_", "ne", BOOL, List.of(ANY, ANY), args -> Equality.not(Equality.equal(args[0], args[1])));
        global("@in", "in", BOOL, List.of(ANY, ListType.create(ANY)), args -> Equality.in(args[0], (List<?>) args[1]));
    }

    private void numbers() {
        ranged("_<_", "lt_int", BOOL, List.of(INT, INT), args -> Range.less(args[0], args[1], false));
        ranged("_<=_", "le_int", BOOL, List.of(INT, INT), args -> Range.less(args[0], args[1], true));
        ranged("_>_", "gt_int", BOOL, List.of(INT, INT), args -> Range.less(args[1], args[0], false));
        ranged("_>=_", "ge_int", BOOL, List.of(INT, INT), args -> Range.less(args[1], args[0], true));
        global("_+_", "add_int", INT, List.of(INT, INT), args -> Math.addExact((Long) args[0], (Long) args[1]));
        global("_-_", "sub_int", INT, List.of(INT, INT), args -> Math.subtractExact((Long) args[0], (Long) args[1]));
        global("_*_", "mul_int", INT, List.of(INT, INT), args -> Math.multiplyExact((Long) args[0], (Long) args[1]));
        global("-_", "neg_int", INT, List.of(INT), args -> Math.negateExact((Long) args[0]));
    }

    private void texts() {
        member("startsWith", "starts_with", BOOL, List.of(TEXT, TEXT), args -> text(args[0])
                .startsWith(text(args[1])));
        member("endsWith", "ends_with", BOOL, List.of(TEXT, TEXT), args -> text(args[0])
                .endsWith(text(args[1])));
        member("size", "size_text_member", INT, List.of(TEXT), args ->
                (long) text(args[0]).length());
        global("size", "size_text", INT, List.of(TEXT), args ->
                (long) text(args[0]).length());
        member("contains", "contains", BOOL, List.of(TEXT, TEXT), args -> Texts.contains(text(args[0]), text(args[1])));
    }

    private static String text(Object value) {
        return (String) value;
    }

    private void lists() {
        CelType texts = ListType.create(TEXT);
        global("minus", "minus", texts, List.of(texts, texts), args -> minus((List<?>) args[0], (List<?>) args[1]));
        member(
                "on",
                "on",
                ListType.create(ANY),
                List.of(ListType.create(ANY), Types.DATE),
                args -> RecordCalls.on((List<?>) args[0], args[1]));
    }

    /** What is left of a list; unknown where an element of either is. */
    private static Object minus(List<?> from, List<?> taken) {
        Set<String> missing = new TreeSet<>();
        for (List<?> list : List.of(from, taken)) {
            list.forEach(element -> Unknown.paths(element).ifPresent(missing::addAll));
        }
        if (!missing.isEmpty()) {
            return Unknown.of(missing);
        }
        List<Object> left = new ArrayList<>(from);
        left.removeAll(new TreeSet<>(taken));
        return List.copyOf(left);
    }

    /** A function of no argument's own; a value that is only known to lie within a range makes it unknown. */
    void global(String name, String id, CelType result, List<CelType> args, CelFunctionOverload body) {
        add(name, CelOverloadDecl.newGlobalOverload("assay_" + id, result, args), certain(body));
    }

    /** A function that is called on its first argument. */
    void member(String name, String id, CelType result, List<CelType> args, CelFunctionOverload body) {
        add(name, CelOverloadDecl.newMemberOverload("assay_" + id, result, args), certain(body));
    }

    /** A function that knows what to make of a range. */
    void ranged(String name, String id, CelType result, List<CelType> args, CelFunctionOverload body) {
        add(name, CelOverloadDecl.newGlobalOverload("assay_" + id, result, args), body);
    }

    /** An element of a list may be unknown: CEL hands it on as it is. */
    private static CelFunctionOverload known(CelFunctionOverload body) {
        return args -> {
            Set<String> missing = null;
            for (Object arg : args) {
                if (arg instanceof Unknown unknown) {
                    missing = missing == null ? new TreeSet<>() : missing;
                    missing.addAll(unknown.paths());
                }
            }
            return missing == null ? body.apply(args) : Unknown.of(missing);
        };
    }

    private static CelFunctionOverload certain(CelFunctionOverload body) {
        return args -> {
            Set<String> open = new TreeSet<>();
            boolean ranges = false;
            for (Object arg : args) {
                if (arg instanceof Range range) {
                    ranges = true;
                    open.addAll(range.missing());
                }
            }
            return ranges ? Unknown.of(open) : body.apply(args);
        };
    }

    /** What a function had against its arguments. CEL would print them, however long they are. */
    private static final class Broken extends CelRuntimeException {
        private static final long serialVersionUID = 1;

        Broken(RuntimeException cause) {
            super(cause, CelErrorCode.INVALID_ARGUMENT);
        }

        @Override
        public String getMessage() {
            return String.valueOf(getCause().getMessage());
        }
    }

    private void add(String name, CelOverloadDecl overload, CelFunctionOverload body) {
        overloads.computeIfAbsent(name, n -> new ArrayList<>()).add(overload);
        List<Class<?>> classes = new ArrayList<>();
        overload.parameterTypes().forEach(type -> classes.add(Object.class));
        CelFunctionOverload known = known(body);
        CelFunctionOverload inCel = args -> {
            try {
                return Unknown.toCel(known.apply(args));
            } catch (CelRuntimeException own) {
                throw own;
            } catch (RuntimeException broken) {
                throw new Broken(broken);
            }
        };
        bindings.add(CelFunctionBinding.from(overload.overloadId(), classes, inCel));
    }
}
