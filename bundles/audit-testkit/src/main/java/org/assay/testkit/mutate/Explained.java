package org.assay.testkit.mutate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The changes of a pack that no case can notice, each with the reason: a file with a line {@code id: why} for each, empty
 * lines and lines that begin with {@code #} aside. An id holds as long as what is changed reads the same. Immutable.
 */
final class Explained {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{8}): *(\\S.*)");

    private final Map<String, String> reasons;

    private Explained(Map<String, String> reasons) {
        this.reasons = Map.copyOf(reasons);
    }

    /**
     * Reads a list; none where there is no such file.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    static Explained read(Path file) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher known = LINE.matcher(line);
            if (!known.matches()) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": a line has the form 'id: why no case can notice it'");
            }
            reasons.put(known.group(1), known.group(2));
        }
        return new Explained(reasons);
    }

    Result settle(Result result) {
        String why = reasons.get(result.mutant().id());
        return result.fate() == Result.Fate.SURVIVED && why != null
                ? new Result(result.mutant(), Result.Fate.EXPLAINED, why)
                : result;
    }

    /** The ids that explain nothing: what they spoke of is noticed, or reads otherwise now. */
    List<String> stale(List<Result> results) {
        Set<String> used = results.stream()
                .filter(result -> result.fate() == Result.Fate.EXPLAINED)
                .map(result -> result.mutant().id())
                .collect(Collectors.toSet());
        List<String> stale = new ArrayList<>(reasons.keySet());
        stale.removeAll(used);
        stale.sort(null);
        return stale;
    }
}
