package org.assay.cli.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;

/** Answers that go into files, readable by their owner only; nothing is left of one that broke off. Stateless. */
public final class Download {
    private Download() {}

    /**
     * Writes an answer to a file, in place of what was there.
     *
     * @return its size in bytes
     * @throws CliException if the file cannot be written or the service breaks off
     */
    public static long to(Path file, Api api, String path, String type) {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                Files.deleteIfExists(aside);
                Files.createFile(
                        aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try (OutputStream out = Files.newOutputStream(aside)) {
                    api.copy(path, type, out);
                }
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
                return Files.size(file);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException broken) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot write " + file + ": " + broken.getMessage());
        }
    }
}
