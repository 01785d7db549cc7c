package org.assay.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assay.engine.conformance.CheckedPack;
import org.assay.engine.conformance.PackLoader;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** The packs of a module as its author writes them: {@code src/main/packs/*.yaml}. */
final class PackFiles {
    private PackFiles() {}

    /** The files of a folder whose names end so, by name; none if there is no such folder. */
    static List<Path> in(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Checks a pack as it is checked when it is loaded.
     *
     * @throws FaultException with everything that is wrong
     */
    static CheckedPack check(byte[] yaml) {
        return new PackLoader(new CompiledEvaluator()).load(yaml);
    }

    /** A fault as compilers print it, so that editors jump to it. */
    static String line(Path file, Fault fault) {
        String hint = fault.hint().isEmpty() ? "" : ". " + fault.hint();
        return file + ":" + fault.line() + ":" + fault.column() + ": " + fault.message() + hint;
    }
}
