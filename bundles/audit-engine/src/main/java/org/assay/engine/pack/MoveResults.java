package org.assay.engine.pack;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The results of evidence that the conditions of moves name, such as {@code granted}. Stateless. */
final class MoveResults {
    private static final Pattern RESULT = Pattern.compile("\\bmove\\.result == '([^']*)'");

    private MoveResults() {}

    /** By kind of evidence. */
    static SortedMap<String, SortedSet<String>> of(List<Procedure.Move> moves) {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        for (Procedure.Move move : moves) {
            Expr when = move.when();
            if (!move.isClock() && when != null) {
                Matcher asked = RESULT.matcher(when.text());
                while (asked.find()) {
                    all.computeIfAbsent(move.on(), kind -> new TreeSet<>()).add(asked.group(1));
                }
            }
        }
        return all;
    }
}
