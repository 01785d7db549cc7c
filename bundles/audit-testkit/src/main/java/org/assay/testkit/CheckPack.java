package org.assay.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assay.engine.conformance.CheckedPack;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.RulePack;

/** A program that checks rule packs: {@code CheckPack FILE...}; it prints each fault as file:line:column: message. */
public final class CheckPack {
    private CheckPack() {}

    /** Exits with 0 if all files are in order, 1 if one is not, 2 if one cannot be read or none is named. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out));
    }

    /** Checks the files and prints what is wrong; gives the exit code. */
    static int run(List<String> files, PrintStream out) {
        if (files.isEmpty()) {
            out.println("usage: CheckPack FILE...");
            return 2;
        }
        return files.stream().mapToInt(file -> check(Path.of(file), out)).max().orElse(2);
    }

    private static int check(Path file, PrintStream out) {
        try {
            CheckedPack checked = PackFiles.check(Files.readAllBytes(file));
            RulePack pack = checked.pack();
            out.printf(
                    "%s: %s %s: %d requirements, all %d cases hold%n",
                    file,
                    pack.regime(),
                    pack.version(),
                    pack.requirements().size(),
                    checked.cases().size());
            return 0;
        } catch (FaultException e) {
            e.faults().stream()
                    .map(fault -> PackFiles.line(file, fault))
                    .distinct()
                    .forEach(out::println);
            return 1;
        } catch (IOException e) {
            out.println(file + ": cannot be read: " + e.getMessage());
            return 2;
        }
    }
}
