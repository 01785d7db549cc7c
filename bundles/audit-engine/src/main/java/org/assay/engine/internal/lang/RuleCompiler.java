package org.assay.engine.internal.lang;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.engine.fault.FaultException;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.internal.world.PackSchema;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.MeasureDef;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.assay.engine.pack.Text;
import org.jspecify.annotations.Nullable;

/** Compiles a pack's measures, then its requirements, procedures and dossiers, and refuses it with every fault. */
final class RuleCompiler {
    /** The weights that a share may be taken by. */
    static final Set<String> WEIGHTS = Set.of("count", "sites", "busyHourTraffic", "yearlyTraffic", "premises");

    private static final String COMPONENT = "component";
    static final String OWN = "measures_own";
    static final String ALL = "measures_all";

    private final RulePack pack;
    private final PackSchema schema;
    private final PackCompiler compiler;

    RuleCompiler(RulePack pack) {
        this.pack = pack;
        this.schema = PackSchema.of(pack);
        this.compiler = new PackCompiler(pack, schema);
    }

    CompiledPack compile() {
        if (pack.language() != Language.NUMBER) {
            String message = "the pack is written in language " + pack.language();
            compiler.fault(
                    "unknown-language", message, Position.START, "this engine knows language " + Language.NUMBER);
        }
        Map<String, CompiledMeasure> measures = measures();
        List<CompiledRule> rules = new ArrayList<>();
        pack.requirements().forEach(requirement -> rules.add(rule(requirement)));
        List<CompiledProcedure> procedures = pack.procedures().stream()
                .map(procedure -> new ProcedureCompiler(pack, schema, compiler, procedure).compile())
                .toList();
        List<CompiledDossier> dossiers = pack.dossiers().stream()
                .map(dossier -> new DossierCompiler(pack, compiler, dossier).compile())
                .toList();
        compiler.checkDefines();
        if (!compiler.faults().isEmpty()) {
            throw new FaultException(compiler.faults());
        }
        rules.sort(Comparator.comparing(rule -> rule.requirement().id()));
        return new CompiledPack(pack, schema, rules, measures, procedures, dossiers);
    }

    private Map<String, CompiledMeasure> measures() {
        Map<String, CelType> own = compiler.types().define(OWN);
        Map<String, CelType> all = compiler.types().define(ALL);
        Map<String, CompiledMeasure> compiled = new LinkedHashMap<>();
        pack.measures()
                .forEach((name, def) -> guarded("measure " + name, () -> {
                    CompiledMeasure measure = measure(name, def);
                    compiled.put(name, measure);
                    CelType group = group(measure);
                    CelType single = measure.isWeighed() ? group : value(measure);
                    own.put(name, single);
                    all.put(name, def.per().isEmpty() ? single : ListType.create(group));
                }));
        return compiled;
    }

    private CompiledMeasure measure(String name, MeasureDef def) {
        boolean comparable = def.function() == MeasureDef.Function.MIN || def.function() == MeasureDef.Function.MAX;
        for (String weight : def.by()) {
            if (!WEIGHTS.contains(weight)) {
                throw new ExpressionFault(
                        "unknown-weight", "no weight is called '" + weight + "'; known are " + WEIGHTS, def.at());
            }
        }
        boolean keyed = def.function() == MeasureDef.Function.SHARES;
        Compiled argument = inMeasure(def.argument(), comparable || keyed ? null : SimpleType.BOOL);
        boolean rightType =
                argument.type().equals(Types.DATE) || argument.type().equals(SimpleType.INT);
        if (comparable && !rightType) {
            throw new ExpressionFault(
                    "type-error",
                    "min and max compare dates or whole numbers",
                    def.argument().at());
        }
        Expr of = def.of();
        List<Compiled> per = def.per().stream().map(key -> inMeasure(key, null)).toList();
        return new CompiledMeasure(name, def, argument, of == null ? null : inMeasure(of, SimpleType.BOOL), per);
    }

    private Compiled inMeasure(Expr written, @Nullable CelType wanted) {
        Map<String, CelType> variables = PackCompiler.common();
        variables.put(COMPONENT, PackCompiler.subjectType(COMPONENT));
        return typed(compiler.compile(written, "measure", variables, PackCompiler.about(COMPONENT)), wanted);
    }

    private CelType group(CompiledMeasure measure) {
        String name = "measure_" + measure.name();
        Map<String, CelType> fields = compiler.types().define(name);
        fields.put("key", ListType.create(SimpleType.STRING));
        fields.put("empty", SimpleType.BOOL);
        switch (measure.def().function()) {
            case SHARE -> measure.weights().forEach(weight -> fields.put(weight, Types.SHARE));
            case SHARES -> {
                fields.put("distinct", Types.COUNT);
                fields.put("keys", ListType.create(SimpleType.STRING));
                measure.weights().forEach(weight -> fields.put(weight, keyShares(weight)));
            }
            default -> fields.put("value", value(measure));
        }
        return Types.struct(name);
    }

    /** Shares of distinct sites need not add up to 1, so their squares say nothing. */
    private CelType keyShares(String weight) {
        boolean sites = weight.equals("sites");
        String name = sites ? "shares_by_key_of_sites" : "shares_by_key";
        Map<String, CelType> fields = compiler.types().define(name);
        fields.put("largest", Types.SHARE);
        if (!sites) {
            fields.put("hhi", Types.INTEREST);
        }
        return Types.struct(name);
    }

    private static CelType value(CompiledMeasure measure) {
        return switch (measure.def().function()) {
            case COUNT -> Types.COUNT;
            case ANY -> SimpleType.BOOL;
            default -> measure.argument().type();
        };
    }

    private CompiledRule rule(Requirement requirement) {
        String kind = requirement.subject();
        Map<String, CelType> variables = variables(kind);
        List<CompiledRule.CompiledClause> clauses = new ArrayList<>();
        for (Requirement.Clause clause : requirement.decide()) {
            guarded(requirement.id(), () -> clauses.add(clause(clause, kind, variables)));
        }
        return new CompiledRule(requirement, PackCompiler.variable(kind), clauses);
    }

    private Map<String, CelType> variables(String subjectKind) {
        Map<String, CelType> variables = PackCompiler.common();
        variables.put(PackCompiler.variable(subjectKind), PackCompiler.subjectType(subjectKind));
        variables.put(MeasureRoot.NAME, Types.struct(subjectKind.equals(COMPONENT) ? OWN : ALL));
        return variables;
    }

    private CompiledRule.CompiledClause clause(Requirement.Clause clause, String kind, Map<String, CelType> variables) {
        Map<String, CelType> concerning = new HashMap<>(variables);
        concerning.put(COMPONENT, PackCompiler.subjectType(COMPONENT));
        Metering.About about = PackCompiler.about(kind);
        return new CompiledRule.CompiledClause(
                clause,
                compileIf(clause.when(), kind, variables, about, SimpleType.BOOL),
                compileIf(clause.due(), kind, variables, about, Types.DATE),
                compileIf(clause.concerns(), kind + "+component", concerning, Metering.About.MEMBER, SimpleType.BOOL),
                templates(clause.because(), kind, variables),
                templates(clause.remedy(), kind, variables));
    }

    private @Nullable Compiled compileIf(
            @Nullable Expr written,
            String environment,
            Map<String, CelType> variables,
            Metering.About about,
            CelType wanted) {
        return written == null ? null : typed(compiler.compile(written, environment, variables, about), wanted);
    }

    private Map<String, Template> templates(Text text, String environment, Map<String, CelType> variables) {
        Map<String, Template> templates = new LinkedHashMap<>();
        text.byLanguage()
                .forEach((language, written) -> templates.put(
                        language,
                        Template.read(
                                written,
                                text.at(),
                                expr -> compiler.compile(
                                        expr, environment, variables, PackCompiler.about(environment)))));
        return templates;
    }

    private static Compiled typed(Compiled compiled, @Nullable CelType wanted) {
        if (wanted != null && !compiled.type().equals(wanted)) {
            String message = "this gives a " + compiled.type().name() + " where a " + wanted.name() + " is due";
            throw new ExpressionFault("type-error", message, compiled.written().at());
        }
        return compiled;
    }

    private void guarded(String where, Runnable step) {
        try {
            step.run();
        } catch (ExpressionFault fault) {
            compiler.fault(fault, " (in " + where + ")");
        }
    }
}
