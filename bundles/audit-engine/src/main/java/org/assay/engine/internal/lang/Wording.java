package org.assay.engine.internal.lang;

import java.util.Map;

/** Says what CEL found in the words of the rule language. */
final class Wording {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("'_==_'", "'=='"),
            Map.entry("'_!=_'", "'!='"),
            Map.entry("'_&&_'", "'&&'"),
            Map.entry("'_||_'", "'||'"),
            Map.entry("'!_'", "'!'"),
            Map.entry("'_<_'", "'<'"),
            Map.entry("'_<=_'", "'<='"),
            Map.entry("'_>_'", "'>'"),
            Map.entry("'_>=_'", "'>='"),
            Map.entry("'@in'", "'in'"),
            Map.entry("'@", "'"));

    private Wording() {}

    static String of(String message) {
        String worded = message;
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            worded = worded.replace(word.getKey(), word.getValue());
        }
        return worded.replace(" (in container '')", "");
    }
}
