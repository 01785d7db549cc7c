package org.assay.karaf.internal.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.core.ProblemException;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Texts of documents as a terminal or a log may show them: without anything that either would act upon. */
public final class Plain {
    private static final String DEFAULT_LANGUAGE = "en";
    private static final int FAULTS_SHOWN = 10;

    private Plain() {}

    /** The text with every control, format and line-ending character replaced, so that it stays one harmless line. */
    public static String line(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isSafe(c) ? c : '\uFFFD'));
        return plain.toString();
    }

    private static boolean isSafe(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** A text by language: English if there is one, or else the first; empty if there is none. */
    public static String line(Map<String, String> texts) {
        String english = texts.get(DEFAULT_LANGUAGE);
        return line(english == null ? texts.values().stream().findFirst().orElse("") : english);
    }

    /** What was wrong, a line each, where it was, and what to do about it. */
    public static List<String> lines(RuntimeException problem) {
        if (problem instanceof FaultException refused) {
            return faults(refused.faults());
        }
        if (problem instanceof ProblemException known && !known.hint().isEmpty()) {
            return List.of(line(message(problem)), line(known.hint()));
        }
        return List.of(line(message(problem)));
    }

    private static List<String> faults(List<Fault> faults) {
        List<String> shown = faults.stream()
                .limit(FAULTS_SHOWN)
                .map(fault -> line(fault.toString()))
                .toList();
        if (shown.size() == faults.size()) {
            return shown;
        }
        String rest = "and " + (faults.size() - shown.size()) + " more";
        return Stream.concat(shown.stream(), Stream.of(rest)).toList();
    }

    private static String message(RuntimeException problem) {
        String message = problem.getMessage();
        return message == null ? problem.toString() : message;
    }
}
