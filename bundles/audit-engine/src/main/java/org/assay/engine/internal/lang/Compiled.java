package org.assay.engine.internal.lang;

import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.world.Unknown;
import org.assay.engine.pack.Expr;
import org.jspecify.annotations.Nullable;

/** A checked expression, ready to run. Immutable and thread-safe. */
public final class Compiled {
    private final Expr written;
    private final CelType type;
    private final CelRuntime.Program program;

    Compiled(Expr written, CelType type, CelRuntime.Program program) {
        this.written = written;
        this.type = type;
        this.program = program;
    }

    /** As it stands in the file. */
    public Expr written() {
        return written;
    }

    CelType type() {
        return type;
    }

    /** Its value over some variables. */
    public Result run(CelVariableResolver variables) {
        try {
            Object value = Unknown.fromCel(program.eval(variables));
            return Unknown.paths(value)
                    .map(missing -> new Result(null, missing, ""))
                    .orElseGet(() -> new Result(value, new TreeSet<>(), ""));
        } catch (CelEvaluationException | RuntimeException broken) {
            return new Result(null, new TreeSet<>(), String.valueOf(broken.getMessage()));
        }
    }

    /**
     * What an expression came to: a value, or unknown, or an error.
     *
     * @param value null where it is unknown or an error
     * @param missing the paths of missing facts where it is unknown
     * @param error what broke; empty where nothing did
     */
    public record Result(@Nullable Object value, SortedSet<String> missing, String error) {
        /** The value of a condition. */
        public Truth truth() {
            if (value != null) {
                return Boolean.TRUE.equals(value) ? Truth.TRUE : Truth.FALSE;
            }
            return error.isEmpty() ? Truth.UNKNOWN : Truth.ERROR;
        }

        /** The value, if it is known. */
        public Optional<Object> known() {
            return Optional.ofNullable(value);
        }
    }
}
