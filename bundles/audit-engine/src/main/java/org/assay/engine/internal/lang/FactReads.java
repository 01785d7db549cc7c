package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.pack.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * Which facts, kinds of evidence and tables a rule reads, told from its typed expressions and from the measures that they name.
 * What it may read is named, whether or not it does so on a given network; what its texts print beside that is not. Used by
 * one thread.
 */
public final class FactReads {
    private static final Set<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.toUnmodifiableSet());

    private static final List<String> SUPPLIERS = List.of(
            "component.kind",
            "component.domain",
            "component.supplier",
            "component.hardware.maker",
            "component.software.maker");
    private static final List<String> OWNERS = List.of("supplier.group", "supplier.owners");

    /** What functions read of the records that they are given or find. */
    private static final Map<String, List<String>> BY_FUNCTION = Map.of(
            "inService",
            List.of("component.status", "component.firstUse", "component.removed"),
            "suppliersOf",
            SUPPLIERS,
            "evidenceFor",
            List.of("evidence.scope"),
            "evidenceAbout",
            List.of("evidence.about"),
            "ordersFor",
            List.of("order.addressee"),
            "interest",
            OWNERS,
            "controls",
            OWNERS,
            "related",
            OWNERS,
            "ultimate",
            OWNERS,
            "inGroup",
            OWNERS);

    /** What tells which components, or which contracts, belong to a record of a kind. */
    private static final Map<String, Map<String, List<String>>> BY_KIND = Map.of(
            "componentsOf",
            Map.of(
                    "supplier", SUPPLIERS,
                    "site", List.of("component.site"),
                    "contract", List.of("contract.scope"),
                    "evidence", List.of("evidence.scope")),
            "contractsFor",
            Map.of("supplier", List.of("contract.parties"), "component", List.of("contract.scope")));

    private static final Map<String, String> BY_WEIGHT = Map.of(
            "sites", "component.site",
            "busyHourTraffic", "component.load.busyHourTraffic",
            "yearlyTraffic", "component.load.yearlyTraffic",
            "premises", "component.load.premises");

    private final CompiledPack pack;
    private final SortedSet<String> facts = new TreeSet<>();
    private final SortedSet<String> evidence = new TreeSet<>();
    private final SortedSet<String> tables = new TreeSet<>();
    private final Set<String> measures = new HashSet<>();

    private FactReads(CompiledPack pack) {
        this.pack = pack;
    }

    /** What a rule of a pack reads to decide, to name a day, and to say whom it concerns. */
    public static FactReads of(CompiledPack pack, CompiledRule rule) {
        FactReads reads = new FactReads(pack);
        Requirement requirement = rule.requirement();
        if (!rule.variable().equals(requirement.subject())) {
            reads.evidence.add(rule.variable());
        }
        for (CompiledRule.CompiledClause clause : rule.clauses()) {
            reads.add(clause.when());
            reads.add(clause.due());
            reads.add(clause.concerns());
        }
        return reads;
    }

    /** Paths such as {@code component.software.version}, by the kind of record and not by the name of a variable. */
    public SortedSet<String> facts() {
        return facts;
    }

    /** The kinds of evidence that it asks for by name; contract and order where it asks for those. */
    public SortedSet<String> evidence() {
        return evidence;
    }

    /** The reference tables that it looks into. */
    public SortedSet<String> tables() {
        return tables;
    }

    private void add(@Nullable Compiled expression) {
        if (expression != null) {
            tables.addAll(expression.reads().tables());
            new Walk(expression).visit(expression.root());
        }
    }

    private void measure(String name) {
        CompiledMeasure measure = pack.measures().get(name);
        if (measure != null && measures.add(name)) {
            add(measure.argument());
            add(measure.of());
            measure.per().forEach(this::add);
            measure.def().by().stream().filter(BY_WEIGHT::containsKey).forEach(by -> facts.add(BY_WEIGHT.get(by)));
        }
    }

    /** A way through one expression. */
    private final class Walk {
        private final Compiled expression;
        private final Map<String, String> bound = new HashMap<>();

        Walk(Compiled expression) {
            this.expression = expression;
        }

        void visit(CelExpr node) {
            switch (node.exprKind().getKind()) {
                case SELECT -> select(node.select(), true);
                case CALL -> call(node.call());
                case LIST -> node.list().elements().forEach(this::visit);
                case COMPREHENSION -> loop(node.comprehension());
                default -> {}
            }
        }

        /** Notes the whole path only: that it leads through a record within a record says nothing more. */
        private void select(CelExpr.CelSelect select, boolean whole) {
            CelExpr operand = select.operand();
            Optional<String> path = path(select);
            path.filter(some -> whole).ifPresent(facts::add);
            if (Loop.isIdent(operand, MeasureRoot.NAME)) {
                measure(select.field());
            } else if (Loop.isSelect(operand)) {
                select(operand.select(), path.isEmpty() || kind(operand).isPresent());
            } else {
                visit(operand);
            }
        }

        private Optional<String> path(CelExpr.CelSelect select) {
            Optional<String> kind = kind(select.operand());
            return (kind.isPresent() ? kind : path(select.operand())).map(start -> start + "." + select.field());
        }

        private Optional<String> path(CelExpr node) {
            return switch (node.exprKind().getKind()) {
                case IDENT -> Optional.ofNullable(bound.get(node.ident().name()));
                case SELECT -> path(node.select());
                case COMPREHENSION -> path(node.comprehension().iterRange());
                default -> Optional.empty();
            };
        }

        /** The kind of record that it is, if it is one. */
        private Optional<String> kind(CelExpr node) {
            return expression.typeOf(node).map(CelType::name).filter(KINDS::contains);
        }

        private void call(CelExpr.CelCall call) {
            String function = call.function();
            facts.addAll(BY_FUNCTION.getOrDefault(function, List.of()));
            Map<String, List<String>> ofKind = BY_KIND.getOrDefault(function, Map.of());
            if (!ofKind.isEmpty()) {
                kind(call.args().get(0)).ifPresent(kind -> facts.addAll(ofKind.getOrDefault(kind, List.of())));
            }
            switch (function) {
                case "evidenceFor", "evidenceAbout" ->
                    Loop.text(call.args().get(1)).ifPresent(evidence::add);
                case "contractsFor" -> evidence.add("contract");
                case "ordersFor" -> evidence.add("order");
                default -> {}
            }
            call.target().ifPresent(this::visit);
            call.args().forEach(this::visit);
        }

        private void loop(CelExpr.CelComprehension loop) {
            visit(loop.iterRange());
            visit(loop.accuInit());
            String before = bound.get(loop.iterVar());
            path(loop.iterRange())
                    .filter(path -> holdsRecords(loop))
                    .ifPresent(path -> bound.put(loop.iterVar(), path));
            visit(loop.loopCondition());
            visit(loop.loopStep());
            bound.remove(loop.iterVar());
            if (before != null) {
                bound.put(loop.iterVar(), before);
            }
            visit(loop.result());
        }

        private boolean holdsRecords(CelExpr.CelComprehension loop) {
            return expression
                    .typeOf(loop.iterRange())
                    .filter(ListType.class::isInstance)
                    .map(type -> !KINDS.contains(((ListType) type).elemType().name()))
                    .orElse(false);
        }
    }
}
