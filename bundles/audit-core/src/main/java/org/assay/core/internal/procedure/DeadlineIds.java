package org.assay.core.internal.procedure;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assay.core.Deadline;
import org.assay.engine.digest.Sha256;
import org.assay.engine.facts.Days;

/** What tells a deadline from every other of its network. Stateless. */
final class DeadlineIds {
    private static final int LENGTH = 32;

    private DeadlineIds() {}

    /** The same for the same parts, whatever else the calendar holds. */
    static String of(Deadline.Kind kind, LocalDate day, String... parts) {
        List<String> all = new ArrayList<>(List.of(kind.name(), Days.print(day)));
        all.addAll(List.of(parts));
        String text = String.join("\u0000", all);
        String digest = Sha256.textOf(text.getBytes(StandardCharsets.UTF_8));
        return digest.substring(digest.length() - LENGTH);
    }
}
