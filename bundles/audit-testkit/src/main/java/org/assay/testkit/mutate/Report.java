package org.assay.testkit.mutate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.assay.engine.pack.Position;

/**
 * What became of the changes of a pack. Immutable.
 */
public final class Report {
    private final Path file;
    private final String pack;
    private final List<Result> results;
    private final List<String> stale;

    Report(Path file, String pack, List<Result> results, List<String> stale) {
        this.file = file;
        this.pack = pack;
        this.results = List.copyOf(results);
        this.stale = List.copyOf(stale);
    }

    /** How many changes nothing noticed and nobody explained. */
    public long survived() {
        return count(Result.Fate.SURVIVED);
    }

    /** How many changes were tried; those that do not compile are none. */
    public long tried() {
        return results.size() - count(Result.Fate.REFUSED);
    }

    /** The unexplained survivors among all that were tried, in per cent. */
    public double share() {
        return tried() == 0 ? 0 : 100.0 * survived() / tried();
    }

    /** A line for each survivor, as compilers print faults, by place. */
    public List<String> survivors() {
        return results.stream()
                .filter(result -> result.fate() == Result.Fate.SURVIVED)
                .map(Result::mutant)
                .sorted(Comparator.comparing(
                        Mutant::at, Comparator.comparingInt(Position::line).thenComparingInt(Position::column)))
                .map(mutant -> file + ":" + mutant.at().line() + ":"
                        + mutant.at().column() + ": no case notices: " + mutant.told() + " [" + mutant.id() + "]")
                .toList();
    }

    /** The whole of it in lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(survivors());
        stale.forEach(id -> lines.add("the list of explained changes names " + id + ", which is noticed or gone"));
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d changes: %,d noticed by a case, %,d leave a clause that no case reaches, %,d explained,"
                        + " %,d survived (%.1f %%); %,d more do not compile",
                pack,
                tried(),
                count(Result.Fate.KILLED),
                count(Result.Fate.UNREACHED),
                count(Result.Fate.EXPLAINED),
                survived(),
                share(),
                count(Result.Fate.REFUSED)));
        return lines;
    }

    private long count(Result.Fate fate) {
        return results.stream().filter(result -> result.fate() == fate).count();
    }
}
