package org.assay.engine.internal.lang;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.Meter;
import org.assay.engine.internal.world.Unknown;
import org.assay.engine.pack.Expr;
import org.jspecify.annotations.Nullable;

/** A checked expression, ready to run. Immutable and thread-safe. */
public final class Compiled {
    /** The steps of an evaluation besides those of what is evaluated: whom it is about is looked up. */
    private static final long EVALUATION = 8;

    private final Expr written;
    private final CelAbstractSyntaxTree checked;
    private final CelRuntime runtime;
    private final Metering.About about;
    private final long weight;
    private final Once once;

    Compiled(Expr written, CelAbstractSyntaxTree checked, CelRuntime runtime, Metering.About about) {
        this.written = written;
        this.checked = checked;
        this.runtime = runtime;
        this.about = about;
        this.weight = EVALUATION + Metering.weight(checked.getExpr());
        this.once = new Once(checked, runtime, about);
    }

    private Compiled(Expr written, Compiled same) {
        this.written = written;
        this.checked = same.checked;
        this.runtime = same.runtime;
        this.about = same.about;
        this.weight = same.weight;
        this.once = same.once;
    }

    /** The same expression where it stands at another place. */
    Compiled writtenAs(Expr other) {
        return other.equals(written) ? this : new Compiled(other, this);
    }

    /** Its root, defines written out. */
    public CelExpr root() {
        return checked.getExpr();
    }

    /** The type of one of its nodes. */
    Optional<CelType> typeOf(CelExpr node) {
        return checked.getType(node.id());
    }

    /** What it reads besides the facts. */
    public Reads reads() {
        return Reads.of(root());
    }

    /** The same text for expressions that mean the same. */
    public String shape() {
        return Shape.of(root());
    }

    /**
     * It as a condition, cut into atoms.
     *
     * @param subject the name by which it knows its subject
     */
    public Condition cut(String subject, Condition.Numbers numbers) {
        return Condition.cut(this, subject, numbers);
    }

    /** A part of it on its own. */
    Compiled part(CelExpr part) {
        return part(part, about);
    }

    /** A part of it that is about a component met in a loop. */
    Compiled member(CelExpr part) {
        return part(part, Metering.About.MEMBER);
    }

    private Compiled part(CelExpr part, Metering.About what) {
        return new Compiled(
                written,
                CelAbstractSyntaxTree.newCheckedAst(
                        part, checked.getSource(), checked.getReferenceMap(), checked.getTypeMap()),
                runtime,
                what);
    }

    /** As it stands in the file. */
    public Expr written() {
        return written;
    }

    CelType type() {
        return checked.getResultType();
    }

    /** The truth of a condition over some variables; the same as that of {@link #run}, without the reasons. */
    public Truth test(CelVariableResolver variables) {
        Meter.of(variables).begin(written, weight);
        try {
            Object value = once.program().eval(variables);
            if (value instanceof CelUnknownSet) {
                return Truth.UNKNOWN;
            }
            return Boolean.TRUE.equals(value) ? Truth.TRUE : Truth.FALSE;
        } catch (CelEvaluationException | RuntimeException broken) {
            return Truth.ERROR;
        }
    }

    /** Its value over some variables. */
    public Result run(CelVariableResolver variables) {
        Meter.of(variables).begin(written, weight);
        try {
            Object value = Unknown.fromCel(once.program().eval(variables));
            return missing(value)
                    .map(missing -> new Result(null, missing, ""))
                    .orElseGet(() -> new Result(value, new TreeSet<>(), ""));
        } catch (CelEvaluationException | RuntimeException broken) {
            return new Result(null, new TreeSet<>(), error(broken));
        }
    }

    private static String error(Exception broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof Meter.TooManySteps) {
                return "too many steps: " + cause.getCause().getMessage();
            }
        }
        return String.valueOf(broken.getMessage());
    }

    private static Optional<SortedSet<String>> missing(Object value) {
        return value instanceof FactView record
                ? record.missing().map(path -> new TreeSet<>(List.of(path)))
                : Unknown.paths(value);
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

    /**
     * What CEL runs, made when it is first asked for: most conditions are run in parts, and never as a whole. Thread-safe; it
     * may be made twice.
     */
    private static final class Once {
        private final CelAbstractSyntaxTree checked;
        private final CelRuntime runtime;
        private final Metering.About about;
        private volatile CelRuntime.@Nullable Program program;

        private Once(CelAbstractSyntaxTree checked, CelRuntime runtime, Metering.About about) {
            this.checked = checked;
            this.runtime = runtime;
            this.about = about;
        }

        private CelRuntime.Program program() {
            CelRuntime.Program known = program;
            if (known == null) {
                known = plan();
                program = known;
            }
            return known;
        }

        private CelRuntime.Program plan() {
            try {
                return runtime.createProgram(Metering.of(checked, about));
            } catch (CelEvaluationException refused) {
                throw new IllegalStateException("what was checked, and every part of it, can be run", refused);
            }
        }
    }
}
