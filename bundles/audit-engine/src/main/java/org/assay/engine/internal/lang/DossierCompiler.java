package org.assay.engine.internal.lang;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.lang.CompiledDossier.CompiledBlock;
import org.assay.engine.internal.lang.CompiledDossier.CompiledItem;
import org.assay.engine.internal.lang.CompiledDossier.CompiledValue;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.pack.Dossier;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one dossier, and checks that the requirements and procedures it names are there. */
final class DossierCompiler {

    private final RulePack pack;
    private final PackCompiler compiler;
    private final Dossier dossier;
    private final Map<String, CelType> around = new HashMap<>();

    DossierCompiler(RulePack pack, PackCompiler compiler, Dossier dossier) {
        this.pack = pack;
        this.compiler = compiler;
        this.dossier = dossier;
    }

    /** What is wrong is noted with the compiler, and the rest is read on. */
    CompiledDossier compile() {
        around.putAll(PackCompiler.common());
        around.put(MeasureRoot.NAME, Types.struct(RuleCompiler.ALL));
        Dossier.Chapters chapters = dossier.chapters();
        Compiled when = null;
        Compiled per = null;
        if (chapters != null) {
            Map<String, CelType> variables = with(around, chapters.by());
            when = guarded(chapters.when(), chapters.by(), variables, SimpleType.BOOL);
            per = guarded(chapters.per(), chapters.by(), variables, SimpleType.STRING);
            if (chapters.per() == null) {
                around.put(PackCompiler.variable(chapters.by()), PackCompiler.subjectType(chapters.by()));
            }
        }
        List<CompiledItem> items = dossier.items().stream().map(this::item).toList();
        return new CompiledDossier(dossier, when, per, items);
    }

    /** What expressions about one record see: of a component the measures of its own groups, as rules do. */
    private static Map<String, CelType> with(Map<String, CelType> variables, String kind) {
        Map<String, CelType> more = new HashMap<>(variables);
        if (kind.equals(Kind.COMPONENT.word())) {
            more.put(MeasureRoot.NAME, Types.struct(RuleCompiler.OWN));
        }
        more.put(PackCompiler.variable(kind), PackCompiler.subjectType(kind));
        return more;
    }

    private CompiledItem item(Dossier.Item item) {
        return new CompiledItem(
                item,
                guarded(item.when(), "", around, SimpleType.BOOL),
                guarded(item.there(), "", around, SimpleType.BOOL),
                item.show().stream().map(this::block).toList());
    }

    private CompiledBlock block(Dossier.Block block) {
        if (block instanceof Dossier.Table table) {
            return table(table);
        }
        if (block instanceof Dossier.FieldList fields) {
            return new CompiledBlock(fields, null, null, null, values(fields.values(), "", around));
        }
        Dossier.Verdicts verdicts = (Dossier.Verdicts) block;
        Set<String> known = pack.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
        verdicts.requirements().forEach(id -> demand(known.contains(id), "requirement", id, verdicts.at()));
        String kind = verdicts.of();
        Map<String, CelType> variables = kind.isEmpty() ? around : with(around, kind);
        return new CompiledBlock(
                verdicts, guarded(verdicts.when(), kind, variables, SimpleType.BOOL), null, null, List.of());
    }

    private CompiledBlock table(Dossier.Table table) {
        Set<String> known = pack.procedures().stream().map(Procedure::name).collect(Collectors.toSet());
        demand(table.cases().isEmpty() || known.contains(table.cases()), "procedure", table.cases(), table.at());
        Map<String, CelType> variables = with(around, table.of());
        Compiled when = guarded(table.when(), table.of(), variables, SimpleType.BOOL);
        Compiled each = guarded(table.each(), table.of(), variables, null);
        String environment = table.of();
        if (each != null && each.type() instanceof ListType list) {
            variables.put(table.as(), list.elemType());
            environment += " " + table.as() + " " + list.elemType().name();
        } else if (each != null) {
            compiler.fault(
                    new ExpressionFault(
                            "type-error", "'each' gives no list", each.written().at()),
                    where());
        }
        Compiled counts = guarded(table.counts(), environment, variables, SimpleType.BOOL);
        return new CompiledBlock(table, when, each, counts, values(table.columns(), environment, variables));
    }

    private void demand(boolean there, String what, String name, Position at) {
        if (!there) {
            compiler.fault(
                    new ExpressionFault("unknown-name", "the pack has no " + what + " '" + name + "'", at), where());
        }
    }

    private List<CompiledValue> values(List<Dossier.Value> values, String environment, Map<String, CelType> variables) {
        List<CompiledValue> compiled = new ArrayList<>();
        for (Dossier.Value value : values) {
            Compiled expression = guarded(value.value(), environment, variables, null);
            if (expression != null) {
                compiled.add(new CompiledValue(value, expression));
            }
        }
        return compiled;
    }

    private @Nullable Compiled guarded(
            @Nullable Expr written, String environment, Map<String, CelType> variables, @Nullable CelType wanted) {
        if (written == null) {
            return null;
        }
        try {
            Compiled compiled = compiler.compile(written, "dossier " + dossier.name() + " " + environment, variables);
            if (wanted != null && !compiled.type().equals(wanted)) {
                String message = "this gives a " + compiled.type().name() + " where a " + wanted.name() + " is due";
                throw new ExpressionFault("type-error", message, written.at());
            }
            return compiled;
        } catch (ExpressionFault fault) {
            compiler.fault(fault, where());
            return null;
        }
    }

    private String where() {
        return " (in dossier " + dossier.name() + ")";
    }
}
