package org.assay.engine.internal.lang;

import com.google.common.base.Optional;
import dev.cel.checker.CelIdentDecl;
import dev.cel.checker.Env;
import dev.cel.checker.ExprChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelContainer;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.internal.Errors;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks the types of expressions that see the same variables. CEL's own checker declares all functions anew for each
 * expression, which takes longer than checking it; this one declares them once. What it refuses is asked of CEL's own
 * again, which words the fault. Used by one thread.
 */
@SuppressWarnings("deprecation") // CEL has no other way to keep what was declared
final class Checker {
    private static final CelContainer NO_CONTAINER = CelContainer.ofName("");

    private final Types types;
    private final Map<String, CelType> variables;
    private @Nullable Env declared;

    Checker(Types types, Map<String, CelType> variables) {
        this.types = types;
        this.variables = Map.copyOf(variables);
    }

    /**
     * An expression with its types.
     *
     * @throws Refused with the first thing that is wrong
     */
    CelAbstractSyntaxTree check(CelAbstractSyntaxTree parsed) throws Refused {
        Env env = declared == null ? declare() : declared;
        // What was refused leaves its faults behind
        declared = null;
        CelAbstractSyntaxTree checked = ExprChecker.typecheck(env, NO_CONTAINER, parsed, Optional.absent());
        if (env.getErrorContext().getErrorCount() > 0) {
            return reworded(parsed);
        }
        declared = env;
        return checked;
    }

    private CelAbstractSyntaxTree reworded(CelAbstractSyntaxTree parsed) throws Refused {
        CelCompiler compiler = Language.compiler(types, variables);
        try {
            return compiler.check(parsed).getAst();
        } catch (CelValidationException refused) {
            throw new Refused(refused.getErrors().get(0));
        }
    }

    private Env declare() {
        Env env =
                Env.standard(Language.STANDARD, new Errors("expression", ""), new FieldTypes(types), Language.OPTIONS);
        variables.forEach((name, type) -> env.add(CelIdentDecl.newIdentDeclaration(name, type)));
        Language.FUNCTIONS.declarations().forEach(env::add);
        return env;
    }

    /** What CEL has against an expression. */
    static final class Refused extends Exception {
        private final transient CelIssue issue;

        private Refused(CelIssue issue) {
            super(issue.getMessage());
            this.issue = issue;
        }

        CelIssue issue() {
            return issue;
        }
    }
}
