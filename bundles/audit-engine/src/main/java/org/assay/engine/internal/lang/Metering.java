package org.assay.engine.internal.lang;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.engine.internal.world.Meter;

/**
 * Puts a {@link Meter} before every list that a checked expression goes through. A loop over components that the columnar
 * engine takes apart is no loop here: what it asks of each component has an account of its own, as it has there.
 */
final class Metering {
    /** So many parts of what is asked in a turn are one step. */
    private static final int PARTS_PER_STEP = 64;

    private static final String LOOP = "@loop";
    private static final String LOOP_ID = "assay_loop";
    private static final String WALK = "@walk";
    private static final String WALK_ID = "assay_walk";
    private static final String COMPONENT = "component";
    private static final long MOST_DAYS = 5_000;

    /** Functions that go through a list, by the place of that list; 0 is what a function is called on, where it is. */
    private static final Map<String, List<Integer>> WALKS = Map.of(
            "@in",
            List.of(1),
            "minus",
            List.of(0, 1),
            "latest",
            List.of(0),
            "earliest",
            List.of(0),
            DayFunctions.NEXT_DUE,
            List.of(0),
            DayFunctions.NEXT_KNOWN_DUE,
            List.of(0),
            DayFunctions.NEXT_DONE,
            List.of(0),
            DayFunctions.BUSINESS_DAYS,
            List.of(2));

    private static final Set<String> EQUALITY = Set.of(Functions.EQUALS, "_!=_");
    private static final Set<String> LOGIC = Set.of("_&&_", "_||_", "!_", "_?_:_");

    private final CelAbstractSyntaxTree checked;
    private final About about;
    private final Map<Long, CelReference> references;
    private final Map<Long, CelType> types;
    private long last;

    private Metering(CelAbstractSyntaxTree checked, About about) {
        this.checked = checked;
        this.about = about;
        this.references = new HashMap<>(checked.getReferenceMap());
        this.types = new HashMap<>(checked.getTypeMap());
    }

    /**
     * What an expression is about.
     *
     * @param subject the name by which it knows its subject; empty where no loop over its components is taken apart
     * @param kind the word of its kind
     */
    record About(String subject, String kind) {
        /** An expression about a component that is met in a loop. */
        static final About MEMBER = new About("", COMPONENT);
    }

    /**
     * Where a part stands.
     *
     * @param cut whether only logical operators are above it, so that the columnar engine takes it for itself
     * @param nested whether it is within a loop that is counted
     * @param member whether it is within one that is taken apart
     */
    private record At(boolean cut, boolean nested, boolean member) {
        At inside() {
            return new At(false, nested, member);
        }

        At turn() {
            return new At(false, true, member);
        }
    }

    /** What counts the loops of expressions. */
    static CelFunctionBinding binding() {
        return CelFunctionBinding.from(
                LOOP_ID, List.of(Object.class, Object.class, Object.class, Object.class), args -> ((Meter) args[1])
                        .loop(args[0], (String) args[2], (Long) args[3]));
    }

    /** What counts the functions that go through a list. */
    static CelFunctionBinding walking() {
        return CelFunctionBinding.from(
                WALK_ID, List.of(Object.class, Object.class, Object.class), args -> ((Meter) args[1])
                        .walk(args[0], (String) args[2]));
    }

    /** The same expression, whose loops are counted. */
    static CelAbstractSyntaxTree of(CelAbstractSyntaxTree checked, About about) {
        List<CelExpr> nodes = Nodes.of(checked.getExpr());
        Metering metering = new Metering(checked, about);
        metering.last = nodes.stream().mapToLong(CelExpr::id).max().orElse(0);
        CelExpr metered = metering.visit(checked.getExpr(), new At(true, false, false));
        return CelAbstractSyntaxTree.newCheckedAst(metered, checked.getSource(), metering.references, metering.types);
    }

    /** The steps of one evaluation, what its loops take apart. */
    static long weight(CelExpr node) {
        return 1 + parts(node) / PARTS_PER_STEP;
    }

    private static long parts(CelExpr node) {
        return switch (node.exprKind().getKind()) {
            case SELECT -> 1 + parts(node.select().operand());
            case CALL ->
                1
                        + days(node.call())
                        + node.call().target().map(Metering::parts).orElse(0L)
                        + node.call().args().stream().mapToLong(Metering::parts).sum();
            case LIST ->
                1 + node.list().elements().stream().mapToLong(Metering::parts).sum();
            case COMPREHENSION -> 1 + parts(node.comprehension().iterRange());
            default -> 1;
        };
    }

    /** Business days are counted one by one. */
    private static long days(CelExpr.CelCall call) {
        if (!call.function().equals(DayFunctions.BUSINESS_DAYS)) {
            return 0;
        }
        CelExpr count = call.args().get(1);
        boolean known = count.exprKind().getKind() == Kind.CONSTANT;
        return known
                ? Math.abs(Math.max(
                        -MOST_DAYS, Math.min(MOST_DAYS, count.constant().int64Value())))
                : MOST_DAYS;
    }

    private CelExpr visit(CelExpr node, At at) {
        return switch (node.exprKind().getKind()) {
            case SELECT ->
                CelExpr.ofSelect(
                        node.id(),
                        visit(node.select().operand(), at.inside()),
                        node.select().field(),
                        node.select().testOnly());
            case CALL -> call(node, at);
            case LIST -> CelExpr.ofList(node.id(), all(node.list().elements(), at.inside()), ImmutableList.of());
            case COMPREHENSION -> loop(node, at);
            default -> node;
        };
    }

    private ImmutableList<CelExpr> all(List<CelExpr> nodes, At at) {
        return nodes.stream().map(node -> visit(node, at)).collect(ImmutableList.toImmutableList());
    }

    private CelExpr call(CelExpr node, At at) {
        CelExpr.CelCall call = node.call();
        if (LOGIC.contains(call.function())) {
            return CelExpr.ofCall(node.id(), Optional.empty(), call.function(), all(call.args(), at));
        }
        Optional<CelExpr> target =
                call.target().map(on -> walked(on, call.function().equals("on"), at));
        List<CelExpr> args = new ArrayList<>();
        for (int i = 0; i < call.args().size(); i++) {
            CelExpr arg = call.args().get(i);
            boolean walks = WALKS.getOrDefault(call.function(), List.of()).contains(i)
                    || EQUALITY.contains(call.function()) && isList(arg);
            args.add(walked(arg, walks, at));
        }
        return CelExpr.ofCall(node.id(), target, call.function(), ImmutableList.copyOf(args));
    }

    private boolean isList(CelExpr node) {
        return checked.getType(node.id()).filter(ListType.class::isInstance).isPresent();
    }

    private CelExpr walked(CelExpr node, boolean walks, At at) {
        CelExpr visited = visit(node, at.inside());
        return walks ? metered(WALK, WALK_ID, visited, account(at)) : visited;
    }

    private String account(At at) {
        return at.nested() ? Meter.NESTED : at.member() ? COMPONENT : about.kind();
    }

    private CelExpr loop(CelExpr node, At at) {
        CelExpr.CelComprehension loop = node.comprehension();
        boolean apart = at.cut() && !at.member() && Loop.of(node, about.subject()) != null;
        At turn = apart ? new At(true, false, true) : at.turn();
        CelExpr weight = constant(CelConstant.ofValue(weight(loop.loopStep())));
        return CelExpr.ofComprehension(
                node.id(),
                loop.iterVar(),
                metered(LOOP, LOOP_ID, visit(loop.iterRange(), at.inside()), apart ? Meter.APART : account(at), weight),
                loop.accuVar(),
                visit(loop.accuInit(), at.inside()),
                visit(loop.loopCondition(), turn),
                visit(loop.loopStep(), turn),
                visit(loop.result(), at.inside()));
    }

    private CelExpr constant(CelConstant value) {
        return CelExpr.ofConstant(++last, value);
    }

    private CelExpr metered(String function, String overload, CelExpr list, String account, CelExpr... more) {
        CelExpr meter = CelExpr.ofIdent(++last, Meter.NAME);
        types.put(last, SimpleType.DYN);
        references.put(last, CelReference.newBuilder().setName(Meter.NAME).build());
        ImmutableList<CelExpr> args = ImmutableList.<CelExpr>builder()
                .add(list, meter, constant(CelConstant.ofValue(account)))
                .add(more)
                .build();
        references.put(
                ++last, CelReference.newBuilder().addOverloadIds(overload).build());
        return CelExpr.ofCall(last, Optional.empty(), function, args);
    }
}
