package org.assay.engine.internal.lang;

import dev.cel.runtime.CelVariableResolver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.engine.facts.Days;
import org.assay.engine.internal.measure.ShareValue;
import org.assay.engine.internal.world.Interval;
import org.assay.engine.internal.world.Unknown;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Position;
import org.jspecify.annotations.Nullable;

/** A text with expressions in braces. Immutable and thread-safe. */
public final class Template {
    private static final int MAX_LISTED = 1_000;
    private static final String NOT_KNOWN = "(not known)";
    private static final String NO_DAY = "(no day yet)";
    private static final String NO_END = "(unlimited)";

    /** More days than lie between any two days of a document; up to a day that lies after all others there are a little more or less. */
    private static final long LONGEST = 10_000_000;

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Plain text, or an expression. */
    private record Part(String text, @Nullable Compiled expression) {}

    /** Compiles one expression. */
    interface ExpressionCompiler {
        Compiled compile(Expr written);
    }

    /** Reads a text; braces cannot be written in it otherwise. */
    static Template read(String text, Position at, ExpressionCompiler compiler) {
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', done)) {
            int close = text.indexOf('}', open);
            Position place = new Position(at.line(), at.column() + open + 1);
            if (close < 0) {
                throw new ExpressionFault("open-brace", "a brace is not closed in this text", place);
            }
            parts.add(new Part(text.substring(done, open), null));
            parts.add(new Part("", compiler.compile(new Expr(text.substring(open + 1, close), place))));
            done = close + 1;
        }
        parts.add(new Part(text.substring(done), null));
        return new Template(parts);
    }

    /** The text for some variables; what is not known says so. */
    public String print(CelVariableResolver variables) {
        return printWith(expression -> words(expression.run(variables)));
    }

    /** The text with what stands for each expression. */
    public String printWith(Function<Compiled, String> words) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.text());
            if (part.expression() != null) {
                text.append(words.apply(part.expression()));
            }
        }
        return text.toString();
    }

    /** What an expression came to as a person reads it. */
    public static String words(Compiled.Result result) {
        return result.known().map(Template::print).orElse(NOT_KNOWN);
    }

    /** A value as a person reads it. */
    public static String print(Object value) {
        if (value instanceof LocalDate day) {
            return day.equals(Days.NEVER) ? NO_DAY : Days.print(day);
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty() ? "none" : listed(list);
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value instanceof Unknown) {
            return NOT_KNOWN;
        }
        if (value instanceof Long number && isEndless(number)) {
            return NO_END;
        }
        return value instanceof Interval interest ? ShareValue.of(interest).toString() : value.toString();
    }

    /** Whether these are the days from some day to the one after all days, or back. */
    private static boolean isEndless(long days) {
        return Math.abs(Math.abs(days) - Days.NEVER.toEpochDay()) < LONGEST;
    }

    private static String listed(Collection<?> list) {
        String some = list.stream().limit(MAX_LISTED).map(Template::print).collect(Collectors.joining(", "));
        return list.size() > MAX_LISTED ? some + " and " + (list.size() - MAX_LISTED) + " more" : some;
    }
}
