package org.assay.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.assay.cli.CliException;
import org.assay.cli.view.Progress;
import org.assay.cli.view.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who starts a second service from one program folder is told at once, not after two minutes of waiting for its lock. */
class ProgramFolderTest {
    @TempDir
    private Path folder;

    private ProgramFolder program;
    private Path first;

    @BeforeEach
    void prepare() throws IOException {
        program = new ProgramFolder(Files.createDirectory(folder.resolve("program")));
        first = Files.createDirectory(folder.resolve("first"));
    }

    @Test
    void aSecondStartNamesTheFirstAndSaysWhatToDo() throws IOException {
        program.occupy(RunFile.of(ProcessHandle.current(), 8181), first);
        ServiceControl second =
                new ServiceControl(new Layout(folder, program.distribution(), folder.resolve("second")));
        Progress silent = new Progress(new Terminal(new PrintWriter(new StringWriter()), false, 80));
        assertThatThrownBy(() -> second.start(8282, 1, silent))
                .isInstanceOfSatisfying(CliException.class, refused -> assertThat(refused.details())
                        .anySatisfy(line -> assertThat(line).contains("ASSAY_DATA=" + first + " ./assay stop"))
                        .anySatisfy(line -> assertThat(line).contains("unpack the distribution once more")))
                .hasMessageContaining("state in " + first)
                .hasMessageContaining("port 8181");
        assertThat(folder.resolve("second")).doesNotExist();
    }

    @Test
    void oneThatEndedIsNotInTheWay() throws IOException {
        program.occupy(new RunFile(ProcessHandle.current().pid(), 1, 8181), first);
        assertThatCode(program::requireFree).doesNotThrowAnyException();
        Files.createFile(program.distribution().resolve("lock"));
        assertThatCode(program::requireFree).doesNotThrowAnyException();
    }

    @Test
    void oneThatWasStartedByHandIsKnownByItsLock() throws IOException {
        Path lock = Files.createFile(program.distribution().resolve("lock"));
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            held.lock();
            assertThatThrownBy(program::requireFree)
                    .isInstanceOf(CliException.class)
                    .hasMessageContaining("not started by ./assay");
        }
    }
}
