package org.assay.store.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.core.store.Blobs;
import org.assay.core.store.StoreException;
import org.assay.store.internal.TestDatabase.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kind.class)
class SqlBlobsTest {
    private static final int PART = 1 << 19;

    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private HikariDataSource pool;
    private Blobs blobs;

    @BeforeEach
    void open() {
        pool = kind.create(folder).pool();
        blobs = SqlStore.withRows(pool, folder.resolve("aside"), folder.resolve("restore.zip"))
                .blobs();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void givesBackWhatWasPutAtAnyLengthAroundAPart() {
        for (int length : new int[] {0, 1, PART - 1, PART, PART + 1, 3 * PART}) {
            assertThat(blobs.read(blobs.put(bytes(length)))).isEqualTo(bytes(length));
        }
    }

    @Test
    void givesAnyPieceOfWhatWasPut() {
        byte[] all = bytes(2 * PART + 7);
        Blobs.Parts parts = blobs.parts(blobs.put(all));
        assertThat(parts.size()).isEqualTo(all.length);
        for (int from : new int[] {0, 5, PART - 3, PART, 2 * PART, all.length - 1}) {
            for (int length : new int[] {0, 1, 7, PART + 1}) {
                if (from + length <= all.length) {
                    byte[] piece = new byte[length];
                    parts.read(from, length).get(piece);
                    assertThat(piece).isEqualTo(Arrays.copyOfRange(all, from, from + length));
                }
            }
        }
        assertThatThrownBy(() -> parts.read(all.length, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.parts("sha256:" + "0".repeat(64))).isInstanceOf(StoreException.class);
        assertThat(blobs.parts(blobs.put(new byte[0])).size()).isZero();
    }

    @Test
    void namesABlobByItsDigestAndKeepsItOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(threads.submit(() -> blobs.put("facts".getBytes(StandardCharsets.UTF_8))));
            }
            for (Future<String> each : all) {
                assertThat(each.get())
                        .isEqualTo("sha256:0694aacb66d62e742a92e8d5f1e82bd9d2a8ca1be88744201fbe63d0f5007502");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(count()).isEqualTo(1);
    }

    private long count() {
        return new Transactions(pool).read(sql -> sql.count("select count(*) from blob"));
    }

    @Test
    void keepsNothingOfABlobWhoseWriterFails() {
        assertThatThrownBy(() -> blobs.put(out -> {
                    out.write(bytes(PART));
                    throw new IOException("no");
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no");

        assertThat(count()).isZero();
        assertThat(folder.resolve("aside")).isEmptyDirectory();
    }

    @Test
    void tellsThatBytesWereChanged() {
        String digest = blobs.put(bytes(2 * PART));
        new Transactions(pool)
                .write(sql -> sql.change("update blob set bytes = ? where part_number = 1", (Object) bytes(PART)));

        assertThatThrownBy(() -> blobs.read(digest))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesADigestThatItDoesNotHave() {
        assertThatThrownBy(() -> {
                    try (InputStream in = blobs.open("sha256:00")) {
                        in.read();
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessage("there is no blob sha256:00");
    }
}
