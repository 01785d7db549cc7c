package org.assay.engine.internal.lang;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Set;

/** Language 1 on CEL: what of CEL is in it, and its limits. */
final class Language {
    static final int NUMBER = 1;

    /** Longer expressions belong into defines. */
    static final int MAX_LENGTH = 4_000;

    /** All functions; stateless. */
    static final Functions FUNCTIONS = new Functions();

    private static final int MAX_DEPTH = 64;
    static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(MAX_DEPTH)
            // Loops are counted by a meter, in which both engines agree
            .comprehensionMaxIterations(-1)
            .enableHeterogeneousNumericComparisons(true)
            .errorOnIntWrap(true)
            .build();

    /** Of the standard operators these; what compares or computes is our own: records may be missing, values within ranges. */
    private static final Set<String> OVERLOADS = Set.of(
            "logical_and", "logical_or", "logical_not", "not_strictly_false", "conditional", "size_list", "list_size");

    static final CelStandardDeclarations STANDARD = CelStandardDeclarations.newBuilder()
            .filterFunctions(Language::included)
            .build();

    private static final Set<CelStandardMacro> MACROS = Set.of(CelStandardMacro.EXISTS, CelStandardMacro.ALL);
    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(MACROS)
            .build();

    private Language() {}

    private static boolean included(StandardFunction function, StandardOverload overload) {
        return OVERLOADS.contains(overload.celOverloadDecl().overloadId());
    }

    /** Parses expressions, whatever they see. */
    static CelParser parser() {
        return PARSER;
    }

    /** A compiler of expressions that see some variables. */
    static CelCompiler compiler(CelTypeProvider types, Map<String, CelType> variables) {
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(STANDARD)
                .setStandardMacros(MACROS)
                .setTypeProvider(types)
                .addFunctionDeclarations(FUNCTIONS.declarations());
        variables.forEach(compiler::addVar);
        return compiler.build();
    }

    /** What runs checked expressions. */
    static CelRuntime runtime(CelTypeProvider types) {
        return CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setTypeProvider(types)
                .addFunctionBindings(FUNCTIONS.bindings())
                .addFunctionBindings(Metering.binding(), Metering.walking())
                .build();
    }
}
