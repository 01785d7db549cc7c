package org.assay.engine.internal.lang;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.lang.CompiledProcedure.CompiledEffect;
import org.assay.engine.internal.lang.CompiledProcedure.CompiledMove;
import org.assay.engine.internal.lang.CompiledProcedure.CompiledOpening;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.internal.world.PackSchema;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Procedure.Effect;
import org.assay.engine.pack.Procedure.Verb;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one procedure. */
final class ProcedureCompiler {
    private static final String EVIDENCE = "evidence";
    private static final String MOVE = "move";
    private static final String ENTERED = "entered";
    private static final String FACTS = "facts";
    private static final Set<String> RESERVED =
            Set.of("network", "asOf", "options", "reference", MeasureRoot.NAME, MOVE, ENTERED);
    private static final Set<String> OWN = Set.of("id", "kind", "about", "ended", "endedHow");

    private final RulePack pack;
    private final PackSchema schema;
    private final PackCompiler compiler;
    private final Procedure procedure;
    private final Map<String, Kind> names = new LinkedHashMap<>();

    ProcedureCompiler(RulePack pack, PackSchema schema, PackCompiler compiler, Procedure procedure) {
        this.pack = pack;
        this.schema = schema;
        this.compiler = compiler;
        this.procedure = procedure;
    }

    CompiledProcedure compile() {
        names();
        List<CompiledOpening> openings = new ArrayList<>();
        procedure.openings().forEach(opening -> guarded(() -> openings.add(opening(opening))));
        List<CompiledMove> moves = new ArrayList<>();
        procedure.moves().forEach(move -> guarded(() -> moves.add(move(move))));
        return new CompiledProcedure(procedure, names, openings, effective(), moves);
    }

    private void names() {
        procedure.openings().forEach(opening -> guarded(() -> name(opening.keep(), opening.kind(), opening.at())));
        for (Procedure.Move move : procedure.moves()) {
            guarded(() -> name(move.keep(), Kind.EVIDENCE, move.at()));
            move.effects().forEach(effect -> guarded(() -> name(effect.keep(), Kind.EVIDENCE, effect.at())));
        }
    }

    private void name(String name, Kind kind, Position at) {
        if (name.isEmpty()) {
            return;
        }
        if (RESERVED.contains(name)) {
            throw new ExpressionFault("reserved-name", "'" + name + "' has a meaning of its own", at);
        }
        Kind known = names.putIfAbsent(name, kind);
        if (known != null && known != kind) {
            throw new ExpressionFault("type-error", "'" + name + "' is kept as " + known.word() + " already", at);
        }
    }

    private CompiledOpening opening(Procedure.Opening opening) {
        Map<String, CelType> variables = PackCompiler.common();
        variables.put(opening.keep(), Types.struct(opening.kind().word()));
        if (opening.kind() == Kind.EVIDENCE) {
            variables.put(MOVE, Types.struct(EVIDENCE));
        }
        String environment = "procedure " + procedure.name() + " opening " + opening.keep();
        return new CompiledOpening(
                opening,
                guards(opening.guards(), environment, variables),
                compile(opening.from(), environment, variables, Types.DATE));
    }

    /** The day from which records move cases; it is the same on every day, and for all cases. */
    private Map<String, Compiled> effective() {
        Map<String, CelType> variables = PackCompiler.common();
        variables.put(MOVE, Types.struct(EVIDENCE));
        Map<String, Compiled> days = new HashMap<>();
        procedure
                .effective()
                .forEach((kind, written) -> guarded(() -> {
                    Compiled day = typed(written, "procedure effective", variables, Types.DATE);
                    if (moves(day.reads())) {
                        String message =
                                "the day from which a record takes effect may not depend on the day of the audit, nor on"
                                        + " other evidence: use 'move', other facts, 'options' or 'reference'";
                        throw new ExpressionFault("moving-effect", message, written.at());
                    }
                    days.put(kind, day);
                }));
        return days;
    }

    private CompiledMove move(Procedure.Move move) {
        Map<String, CelType> variables = PackCompiler.common();
        names.forEach((name, kind) -> variables.put(name, Types.struct(kind.word())));
        variables.put(ENTERED, Types.DATE);
        variables.put(MeasureRoot.NAME, Types.struct(RuleCompiler.ALL));
        String environment = "procedure " + procedure.name() + (move.isClock() ? " clock" : "");
        if (!move.isClock()) {
            variables.put(MOVE, Types.struct(EVIDENCE));
        }
        List<CompiledEffect> effects = new ArrayList<>();
        move.effects().forEach(effect -> effects.add(effect(effect, environment, variables)));
        return new CompiledMove(
                move,
                clock(compile(move.day(), environment, variables, Types.DATE)),
                guards(move.guards(), environment, variables),
                effects);
    }

    private List<Compiled> guards(List<Expr> guards, String environment, Map<String, CelType> variables) {
        return guards.stream()
                .map(guard -> typed(guard, environment, variables, SimpleType.BOOL))
                .toList();
    }

    /** A clock must strike on the same day whenever one looks; measures are those of the day its state was entered on. */
    private static @Nullable Compiled clock(@Nullable Compiled day) {
        if (day != null && moves(day.reads())) {
            String message = "the day of a clock may not depend on the day of the audit: use 'entered', a kept record,"
                    + " a fact or a measure";
            throw new ExpressionFault("moving-clock", message, day.written().at());
        }
        return day;
    }

    private static boolean moves(Reads reads) {
        return reads.day() || reads.evidence() || reads.recorded();
    }

    private CompiledEffect effect(Effect effect, String environment, Map<String, CelType> variables) {
        if (effect.verb() != Verb.CREATE && names.get(effect.what()) != Kind.EVIDENCE) {
            throw new ExpressionFault("unknown-name", "no evidence is kept as '" + effect.what() + "'", effect.at());
        }
        Map<String, Compiled> set = new HashMap<>();
        effect.set().forEach((field, value) -> set.put(field, set(effect, field, value, environment, variables)));
        effect.copy().forEach((source, fields) -> copied(effect, source, fields));
        return new CompiledEffect(effect, set, compile(effect.until(), environment, variables, Types.DATE));
    }

    private Compiled set(Effect effect, String field, Expr value, String environment, Map<String, CelType> variables) {
        FactType type = field.startsWith(FACTS + ".")
                ? declared(effect, field.substring(FACTS.length() + 1))
                : core(effect, field).type();
        boolean plain = type instanceof FactType.Bool
                || type instanceof FactType.Int
                || type instanceof FactType.Date
                || type instanceof FactType.Text
                || type instanceof FactType.OneOf;
        if (!plain) {
            throw new ExpressionFault("type-error", "'" + field + "' cannot be set, only copied", value.at());
        }
        return typed(value, environment, variables, compiler.types().celType(type));
    }

    private FactType declared(Effect effect, String name) {
        String on = Procedure.EVIDENCE + effect.what();
        return pack.facts().stream()
                .filter(fact -> fact.on().equals(on) && fact.name().equals(name))
                .map(FactDecl::type)
                .findFirst()
                .orElseThrow(() -> new ExpressionFault(
                        "unknown-field", "the pack declares no '" + name + "' on " + on, effect.at()));
    }

    private FieldDef core(Effect effect, String field) {
        if (OWN.contains(field)) {
            throw new ExpressionFault("bad-value", "'" + field + "' is set by the case itself", effect.at());
        }
        return schema.type(Kind.EVIDENCE)
                .field(field)
                .orElseThrow(() ->
                        new ExpressionFault("unknown-field", "evidence has no field '" + field + "'", effect.at()));
    }

    private void copied(Effect effect, String source, List<String> fields) {
        if (!source.equals(MOVE) && names.get(source) != Kind.EVIDENCE) {
            throw new ExpressionFault("unknown-name", "no evidence is kept as '" + source + "'", effect.at());
        }
        fields.stream().filter(field -> !field.equals(FACTS)).forEach(field -> core(effect, field));
    }

    private @Nullable Compiled compile(
            @Nullable Expr written, String environment, Map<String, CelType> variables, CelType wanted) {
        return written == null ? null : typed(written, environment, variables, wanted);
    }

    private Compiled typed(Expr written, String environment, Map<String, CelType> variables, CelType wanted) {
        Compiled compiled = compiler.compile(written, environment, variables);
        if (!compiled.type().equals(wanted)) {
            String message = "this gives a " + compiled.type().name() + " where a " + wanted.name() + " is due";
            throw new ExpressionFault("type-error", message, written.at());
        }
        return compiled;
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (ExpressionFault fault) {
            compiler.fault(fault, " (in procedure " + procedure.name() + ")");
        }
    }
}
