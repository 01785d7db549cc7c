package org.assay.cli.service;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;

/**
 * Where things are. The script hands over the folder it stands in, the distribution and the state.
 *
 * @param home the program's folder, for examples
 * @param distribution the unpacked distribution
 * @param data the state: token, database, blobs
 * @param sources the clone in which the script stands; the program's folder where it stands in none
 */
public record Layout(Path home, Path distribution, Path data, Path sources) {

    /** One without a clone. */
    public Layout(Path home, Path distribution, Path data) {
        this(home, distribution, data, home);
    }

    /** As the script says by system properties. */
    public static Layout ofProcess() {
        Path home =
                Path.of(System.getProperty("assay.home", ".")).toAbsolutePath().normalize();
        Path distribution = Path.of(System.getProperty("assay.distribution", home.toString()));
        Path data = Path.of(System.getProperty("assay.data", home.resolve("var").toString()));
        Path sources = Path.of(System.getProperty("assay.clone", home.toString()));
        return new Layout(home, distribution.toAbsolutePath(), data.toAbsolutePath(), sources.toAbsolutePath());
    }

    /** The file with the first token; on a further node, or when it was made elsewhere, there is none. */
    public Path tokenFile() {
        return data.resolve("token");
    }

    /** What the running service said of itself. */
    public Path runFile() {
        return data.resolve("run.json");
    }

    /** Where a service that cannot start leaves word why. */
    public Path troubleFile() {
        return data.resolve("start-trouble");
    }

    /** Where the service's own output goes. */
    public Path logFile() {
        return data.resolve("assay.out");
    }

    /**
     * A file that comes with the program.
     *
     * @throws CliException if it is not there
     */
    public Path shipped(String name) {
        Path file = home.resolve(name);
        if (!Files.exists(file)) {
            throw new CliException(ExitCode.BAD_INPUT, "no " + name + " beside the program, looked in " + home);
        }
        return file;
    }
}
