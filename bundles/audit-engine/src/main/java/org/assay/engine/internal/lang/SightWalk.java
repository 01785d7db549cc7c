package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.internal.world.ComponentsOf;
import org.jspecify.annotations.Nullable;

/** Goes through one expression for what it can see. Used once. */
final class SightWalk {
    private static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toUnmodifiableMap(Kind::word, kind -> kind));
    private static final Set<String> COMMON = Set.of("operator", "network", "asOf", "options", "reference");
    private static final Set<String> OWNERSHIP = Set.of("controls", "interest", "related", "ultimate", "inGroup");
    private static final Set<String> LOGIC = Set.of("_&&_", "_||_", "!_", "_?_:_");
    private static final Set<String> WALKS =
            Set.of("@in", "minus", "latest", "earliest", "nextDue", "nextKnownDue", "nextDone", "addBusinessDays");
    private static final String SIZE = "size";
    private static final String IN = "@in";
    private static final String FACTS = "facts";

    /** Functions whose result follows from their arguments alone. */
    private static final Set<String> PURE = Set.of(("_&&_ _||_ !_ _?_:_ _==_ _!=_ _<_ _<=_ _>_ _>=_ _+_ _-_ _*_ -_ @in"
                    + " @not_strictly_false size startsWith endsWith contains date addDays addMonths addBusinessDays"
                    + " @nextAnnual @lastAnnual days months year latest earliest nextDue nextKnownDue nextDone @sure over"
                    + " reaches swapsTo on minus")
            .split(" "));

    private final Sight sight;
    private final Compiled expression;
    private final List<String> bound = new ArrayList<>();
    private final Map<String, Sight.View> views = new HashMap<>();

    SightWalk(Sight sight, Compiled expression) {
        this.sight = sight;
        this.expression = expression;
        views.put(sight.own.name(), sight.own);
    }

    void walk() {
        visit(expression.root(), true);
    }

    /**
     * Goes on below a node.
     *
     * @param cut whether only logical operators are above it
     */
    private void visit(CelExpr node, boolean cut) {
        switch (node.exprKind().getKind()) {
            case CONSTANT -> {}
            case IDENT -> ident(node);
            case SELECT -> select(node);
            case CALL -> call(node.call(), cut);
            case LIST -> node.list().elements().forEach(element -> visit(element, false));
            case COMPREHENSION -> loop(node, cut);
            default -> sight.open = true;
        }
    }

    private void ident(CelExpr node) {
        String name = node.ident().name();
        if (!bound.contains(name) && !views.containsKey(name)) {
            sight.open |= !COMMON.contains(name);
            kind(node).ifPresent(sight.elsewhere::add);
        }
    }

    private void select(CelExpr node) {
        CelExpr operand = node.select().operand();
        if (Loop.isIdent(operand, MeasureRoot.NAME)) {
            sight.measures.add(node.select().field());
            return;
        }
        sight.open |= node.select().testOnly() || isAny(operand);
        kind(node).ifPresent(kind -> reach(kind, node));
        visit(operand, false);
    }

    /** A field that leads to another record. */
    private void reach(Kind kind, CelExpr node) {
        Optional<CelExpr> owner = owner(node);
        Sight.View view = view(node);
        String path = path(node);
        if (kind == Kind.EVIDENCE || path.startsWith(FACTS)) {
            sight.elsewhere.add(kind);
        } else if (owner.flatMap(this::kind).filter(Kind.EVIDENCE::equals).isPresent()) {
            sight.listed.computeIfAbsent(kind, any -> new TreeSet<>()).add(path);
        } else if (view == null) {
            sight.elsewhere.add(kind);
        } else {
            view.way(kind, path);
        }
    }

    /** The record of whose own facts it is one, if it is one that is seen from the subject. */
    private Sight.@Nullable View view(CelExpr node) {
        return owner(node).map(of -> views.get(of.ident().name())).orElse(null);
    }

    /** The name of the record of whose own facts it is one, if it has a name; a record within a record belongs to it. */
    private Optional<CelExpr> owner(CelExpr node) {
        CelExpr of = node;
        while (Loop.isSelect(of)) {
            of = of.select().operand();
            if (Loop.isSelect(of) && kind(of).isPresent()) {
                return Optional.empty();
            }
        }
        boolean name = of.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT;
        return name ? Optional.of(of) : Optional.empty();
    }

    private static String path(CelExpr node) {
        CelExpr operand = node.select().operand();
        String field = node.select().field();
        return Loop.isSelect(operand) ? path(operand) + "." + field : field;
    }

    private void call(CelExpr.CelCall call, boolean cut) {
        List<CelExpr> args = call.args();
        String function = call.function();
        sight.metered |= WALKS.contains(function) || args.stream().anyMatch(arg -> isList(arg) && isEquality(function));
        switch (function) {
            case "evidenceFor" -> evidence(args, true);
            case "evidenceAbout" -> evidence(args, false);
            case "@known" -> known(args);
            case "suppliersOf" -> suppliers(args.get(0));
            case "suppliersIn" -> sight.elsewhere.add(Kind.SUPPLIER);
            case "contractsFor" -> sight.elsewhere.add(Kind.CONTRACT);
            case "ordersFor" -> sight.elsewhere.add(Kind.ORDER);
            case "componentsOf" -> sight.elsewhere.add(Kind.COMPONENT);
            case "inService" -> {
                sight.service = true;
                sight.otherDay |= !Loop.isIdent(args.get(1), "asOf") || bound.contains("asOf");
            }
            default -> {
                if (OWNERSHIP.contains(function)) {
                    sight.elsewhere.add(Kind.SUPPLIER);
                } else {
                    sight.open |= !PURE.contains(function);
                }
            }
        }
        boolean further = cut && LOGIC.contains(function);
        call.target().ifPresent(target -> part(target, function, further));
        args.forEach(arg -> part(arg, function, further));
    }

    /** How many there are of a list in the record itself is the same whatever is in those that it names. */
    private void part(CelExpr arg, String function, boolean cut) {
        boolean counted = function.equals(SIZE) && Loop.isSelect(arg) && isList(arg) && view(arg) != null;
        boolean compared = Loop.isSelect(arg) && (isEquality(function) || function.equals(IN)) && !isAny(arg);
        Optional<Kind> named = compared ? kind(arg).filter(kind -> kind != Kind.EVIDENCE) : Optional.empty();
        if (named.isPresent()) {
            // Which record it is, and whether it is there, but nothing of what is in it
            sight.named.add(named.get());
            visit(arg.select().operand(), false);
        } else if (!counted) {
            visit(arg, cut);
        }
    }

    private void evidence(List<CelExpr> args, boolean given) {
        Optional<String> kind = Loop.text(args.get(1));
        sight.open |= kind.isEmpty();
        boolean name = args.get(0).exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT;
        Sight.View view = name ? views.get(args.get(0).ident().name()) : null;
        Set<String> into = view == null ? sight.others : given ? view.given() : view.about();
        kind.ifPresent(into::add);
    }

    private void suppliers(CelExpr component) {
        boolean name = component.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT;
        Sight.View view = name ? views.get(component.ident().name()) : null;
        if (view == null) {
            sight.elsewhere.add(Kind.SUPPLIER);
        } else {
            ComponentsOf.SUPPLIERS.forEach(path -> view.way(Kind.SUPPLIER, path));
        }
    }

    /** The path may lead through other records. */
    private void known(List<CelExpr> args) {
        Optional<String> path = Loop.text(args.get(1));
        RecordType type = kind(args.get(0)).map(sight.schema::type).orElse(null);
        if (path.isEmpty()) {
            sight.open = true;
            return;
        }
        String[] steps = path.get().split("\\.");
        for (int i = 0; i < steps.length - 1 && !steps[i].equals(FACTS); i++) {
            FieldDef field = type == null ? null : type.fields().get(steps[i]);
            type = null;
            if (field != null && field.type() instanceof FactType.Nested nested) {
                type = nested.type();
            } else if (field != null && field.type() instanceof FactType.Ref ref) {
                sight.elsewhere.add(ref.kind());
                type = sight.schema.type(ref.kind());
            }
            sight.open |= type == null;
        }
    }

    private void loop(CelExpr node, boolean cut) {
        CelExpr.CelComprehension loop = node.comprehension();
        Loop over = cut && views.size() == 1 ? Loop.of(node, sight.own.name()) : null;
        if (over != null && over.path().isEmpty()) {
            members(over);
            return;
        }
        sight.metered = true;
        visit(loop.iterRange(), false);
        visit(loop.accuInit(), false);
        for (String name : List.of(loop.accuVar(), loop.iterVar())) {
            sight.open |= views.containsKey(name) || COMMON.contains(name) || name.equals(MeasureRoot.NAME);
            bound.add(name);
        }
        visit(loop.loopCondition(), false);
        visit(loop.loopStep(), false);
        visit(loop.result(), false);
        bound.remove(bound.size() - 1);
        bound.remove(bound.size() - 1);
    }

    private void members(Loop over) {
        String name = over.variable();
        if (bound.contains(name) || views.containsKey(name) || COMMON.contains(name) || name.equals(MeasureRoot.NAME)) {
            sight.open = true;
            return;
        }
        Sight.View component = new Sight.View(name, Kind.COMPONENT);
        sight.loops.add(new Sight.Members(component, expression.member(over.test())));
        views.put(name, component);
        visit(over.test(), true);
        views.remove(name);
    }

    /** The kind of record that it is, or that it is a list of. */
    private Optional<Kind> kind(CelExpr node) {
        return expression
                .typeOf(node)
                .map(type -> type instanceof ListType list ? list.elemType() : type)
                .map(type -> KINDS.get(type.name()));
    }

    private boolean isAny(CelExpr node) {
        CelType type = expression.typeOf(node).orElse(SimpleType.DYN);
        return type.equals(SimpleType.DYN) || type.equals(SimpleType.ANY);
    }

    private boolean isList(CelExpr node) {
        return expression.typeOf(node).filter(ListType.class::isInstance).isPresent();
    }

    private static boolean isEquality(String function) {
        return function.equals("_==_") || function.equals("_!=_");
    }
}
