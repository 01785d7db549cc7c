package org.assay.engine.internal.lang;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;
import org.assay.engine.internal.world.PackSchema;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Position;
import org.assay.engine.pack.RulePack;
import org.assay.engine.pack.RulePack.Define;

/** Compiles the expressions of one pack, and gathers what is wrong with them. Used by one thread. */
final class PackCompiler {
    private static final String SUBJECT_EVIDENCE = "evidence.";

    /** All expressions of a pack together, defines written out: some twenty times what the largest shipped one has. */
    private static final long MAX_NODES = 400_000;

    private static final int MAX_FAULTS = 200;

    private final Types types;
    private final Map<String, Define> defines = new LinkedHashMap<>();
    private final Map<Expr, Expander.Parsed> parsed = new HashMap<>();
    private final Map<String, Checker> checkers = new HashMap<>();
    private final Map<Meaning, Compiled> compiled = new HashMap<>();
    private final CelRuntime runtime;
    private final Set<String> used = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private long nodes;

    /** The same text means the same to all that see the same variables. */
    private record Meaning(String environment, String text) {}

    PackCompiler(RulePack pack, PackSchema schema) {
        types = new Types(pack, schema);
        pack.defines().forEach(define -> defines.put(define.name(), define));
        runtime = Language.runtime(types);
    }

    Types types() {
        return types;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The variables that every expression sees. */
    static Map<String, CelType> common() {
        Map<String, CelType> variables = new HashMap<>();
        variables.put("operator", Types.struct(Kind.OPERATOR.word()));
        variables.put("network", Types.struct(Kind.NETWORK.word()));
        variables.put("asOf", Types.DATE);
        variables.put(Types.OPTIONS, Types.struct(Types.OPTIONS));
        variables.put(Types.REFERENCE, Types.struct(Types.REFERENCE));
        return variables;
    }

    /** The name by which rules see a subject of a kind: the kind's word, or the kind of evidence. */
    static String variable(String subjectKind) {
        return subjectKind.startsWith(SUBJECT_EVIDENCE)
                ? subjectKind.substring(SUBJECT_EVIDENCE.length())
                : subjectKind;
    }

    /** What expressions on subjects of a kind are about. */
    static Metering.About about(String subjectKind) {
        boolean evidence = subjectKind.startsWith(SUBJECT_EVIDENCE);
        return new Metering.About(variable(subjectKind), evidence ? Kind.EVIDENCE.word() : subjectKind);
    }

    /** The type of a subject of a kind. */
    static CelType subjectType(String subjectKind) {
        return Types.struct(subjectKind.startsWith(SUBJECT_EVIDENCE) ? Kind.EVIDENCE.word() : subjectKind);
    }

    /**
     * Compiles an expression that must have a type.
     *
     * @param environment a name for the set of variables, which is made once
     * @throws ExpressionFault if it is refused
     */
    Compiled compile(Expr written, String environment, Map<String, CelType> variables) {
        return compile(written, environment, variables, new Metering.About("", Kind.EVIDENCE.word()));
    }

    /** The same, of an expression about one record of a kind. */
    Compiled compile(Expr written, String environment, Map<String, CelType> variables, Metering.About about) {
        Meaning meaning = new Meaning(environment, written.text());
        Compiled known = compiled.get(meaning);
        if (known == null) {
            known = fresh(written, checkers.computeIfAbsent(environment, e -> new Checker(types, variables)), about);
            compiled.put(meaning, known);
        }
        return known.writtenAs(written);
    }

    private Compiled fresh(Expr written, Checker checker, Metering.About about) {
        Origin origin = new Origin();
        Expander expander = new Expander(defines, this::parse, origin);
        CelExpr expanded = expand(written, expander, origin);
        used.addAll(expander.used());
        CelSource source = CelSource.newBuilder(written.text())
                .setDescription("expression")
                .build();
        try {
            CelAbstractSyntaxTree checked = checker.check(CelAbstractSyntaxTree.newParsedAst(expanded, source));
            new Arguments(types, checked, node -> origin.position(node, written)).check();
            return new Compiled(written, checked, runtime, about);
        } catch (Checker.Refused refused) {
            Position at = origin.position(refused.issue().getExprId(), written);
            throw new ExpressionFault("type-error", Wording.of(refused.issue().getMessage()), at);
        }
    }

    private CelExpr expand(Expr written, Expander expander, Origin origin) {
        if (nodes > MAX_NODES) {
            throw new ExpressionFault(
                    "limit",
                    "the expressions of the pack have more than " + MAX_NODES
                            + " parts once their defines are written out; this one and all below it were not read",
                    written.at());
        }
        try {
            return expander.expand(parse(written));
        } finally {
            nodes += origin.count();
        }
    }

    private Expander.Parsed parse(Expr written) {
        Expander.Parsed known = parsed.get(written);
        if (known != null) {
            return known;
        }
        CelValidationResult result = Language.parser().parse(written.text());
        if (result.hasError()) {
            CelIssue first = result.getErrors().get(0);
            int offset = result.getSource()
                    .getLocationOffset(first.getSourceLocation())
                    .orElse(0);
            throw new ExpressionFault("syntax-error", Wording.of(first.getMessage()), Origin.within(written, offset));
        }
        try {
            CelAbstractSyntaxTree ast = result.getAst();
            Map<Long, Integer> offsets = ast.getSource().getPositionsMap();
            Expander.Parsed fresh = new Expander.Parsed(written, ast.getExpr(), offsets);
            parsed.put(written, fresh);
            return fresh;
        } catch (CelValidationException refused) {
            throw new ExpressionFault("syntax-error", String.valueOf(refused.getMessage()), written.at());
        }
    }

    void fault(ExpressionFault fault, String where) {
        fault(fault.code(), fault.getMessage() + where, fault.at(), "see docs/write-a-rule.md");
    }

    void fault(String code, String message, Position at, String hint) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(new Fault(code, message, "", at.line(), at.column(), hint));
        }
    }

    /** Refuses defines that nobody calls: they were not checked. A call in an expression that was refused is not seen. */
    void checkDefines() {
        if (!faults.isEmpty()) {
            return;
        }
        defines.values().stream()
                .filter(define -> !used.contains(define.name()))
                .forEach(define -> fault(
                        "unused-define",
                        "nothing calls the define '" + define.name() + "', so it was not checked",
                        define.body().at(),
                        "use it or take it out"));
    }
}
