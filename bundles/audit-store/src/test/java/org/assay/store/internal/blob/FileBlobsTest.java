package org.assay.store.internal.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assay.core.store.Blobs;
import org.assay.core.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTest {
    private static final String EMPTY = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    private Path folder;

    @Test
    void namesBytesByTheirSha256() {
        FileBlobs blobs = FileBlobs.open(folder);

        assertThat(blobs.put(new byte[0])).isEqualTo(EMPTY);
        assertThat(blobs.read(EMPTY)).isEmpty();
    }

    @Test
    void givesBackWhatWasPutAfterReopening() {
        String digest = FileBlobs.open(folder).put(bytes("facts"));

        assertThat(FileBlobs.open(folder).read(digest)).isEqualTo(bytes("facts"));
    }

    @Test
    void givesAnyPieceOfWhatWasPut() {
        FileBlobs blobs = FileBlobs.open(folder);
        Blobs.Parts parts = blobs.parts(blobs.put(bytes("facts")));

        assertThat(parts.size()).isEqualTo(5);
        assertThat(parts.read(1, 3)).isEqualTo(ByteBuffer.wrap(bytes("act")));
        assertThat(parts.read(5, 0).remaining()).isZero();
        assertThatThrownBy(() -> parts.read(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.parts(EMPTY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is no blob");
    }

    @Test
    void keepsWhatIsReadAsAWholeInLessRoomUnderTheSameDigest() throws IOException {
        byte[] facts = bytes("{\"component\":{\"id\":\"amf-1\"}}\n".repeat(10_000));

        String digest = FileBlobs.open(folder).putWhole(out -> out.write(facts));

        FileBlobs again = FileBlobs.open(folder);
        assertThat(again.read(digest)).isEqualTo(facts);
        assertThat(again.digests()).containsExactly(digest);
        assertThat(files()).singleElement().satisfies(file -> assertThat(Files.size(file))
                .isLessThan(facts.length / 10));
        assertThat(again.put(facts)).isEqualTo(digest);
        assertThat(again.digests()).containsExactly(digest);
    }

    @Test
    void tellsThatACompressedBlobIsDamagedWhicheverByteIsChanged() throws IOException {
        FileBlobs blobs = FileBlobs.open(folder);
        String digest = blobs.putWhole(out -> out.write(bytes("facts ".repeat(50))));
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        // The head's time, flags and system, bytes 4 to 9, are not part of what was kept
        for (int at = 10; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> blobs.read(digest)).as("byte %d", at).isInstanceOf(StoreException.class);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        assertThatThrownBy(() -> blobs.read(digest)).isInstanceOf(StoreException.class);
    }

    @Test
    void keepsNothingOfABlobWhoseWriterBreaks() throws IOException {
        FileBlobs blobs = FileBlobs.open(folder);

        assertThatThrownBy(() -> blobs.put(out -> {
                    out.write(bytes("half of a bl"));
                    throw new IOException("disk full");
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("disk full");
        assertThat(files()).isEmpty();
    }

    @Test
    void neverShowsABlobThatIsStillBeingWritten() {
        FileBlobs blobs = FileBlobs.open(folder);
        List<Path> seenWhileWriting = new ArrayList<>();

        String digest = blobs.put(out -> {
            out.write(bytes("one"));
            out.flush();
            files().stream()
                    .filter(file -> !file.startsWith(folder.resolve("aside")))
                    .forEach(seenWhileWriting::add);
            out.write(bytes("two"));
        });

        assertThat(seenWhileWriting).isEmpty();
        assertThat(blobs.read(digest)).isEqualTo(bytes("onetwo"));
    }

    @Test
    void clearsAwayWhatADeadProcessLeftHalfWritten() throws IOException {
        FileBlobs.open(folder);
        Files.write(folder.resolve("aside").resolve("left"), bytes("half"));

        FileBlobs.open(folder);

        assertThat(files()).isEmpty();
    }

    @Test
    void noticesADamagedBlob() throws IOException {
        FileBlobs blobs = FileBlobs.open(folder);
        String digest = blobs.put(bytes("facts"));
        Path file = folder.resolve(digest.substring(7, 9)).resolve(digest.substring(9));
        Files.write(file, bytes("fakes"));

        assertThatThrownBy(() -> blobs.read(digest))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void refusesWhatIsNoDigest() {
        FileBlobs blobs = FileBlobs.open(folder);

        assertThatThrownBy(() -> blobs.open("sha256:../../../etc/passwd"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is no digest");
        assertThatThrownBy(() -> blobs.open(EMPTY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is no blob");
    }

    @Test
    void letsOnlyItsOwnerIn() throws IOException {
        Path deep = folder.resolve("var").resolve("blobs");
        FileBlobs blobs = FileBlobs.open(deep);
        String digest = blobs.put(bytes("secret"));

        for (Path each : List.of(deep.getParent(), deep, deep.resolve(digest.substring(7, 9)))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .as("mode of %s", each)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void takesTheSameBytesFromManyThreads() throws Exception {
        FileBlobs blobs = FileBlobs.open(folder);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                byte[] bytes = bytes("blob " + i % 4);
                all.add(threads.submit(() -> blobs.put(bytes)));
            }
            for (int i = 0; i < all.size(); i++) {
                try (InputStream in = blobs.open(all.get(i).get())) {
                    assertThat(in.readAllBytes()).isEqualTo(bytes("blob " + i % 4));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
