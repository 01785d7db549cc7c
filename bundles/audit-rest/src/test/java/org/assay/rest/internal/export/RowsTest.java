package org.assay.rest.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesEveryRow() throws IOException {
        Rows.write(List.of("a", "b")::forEach, 2, (String row) -> out.write(row.getBytes()), out);

        assertThat(out).hasToString("ab");
    }

    @Test
    void failsWhereARowIsMissing() {
        assertThatThrownBy(() -> Rows.write(List.of("a")::forEach, 2, (String row) -> {}, out))
                .isInstanceOf(IOException.class)
                .hasMessage("2 rows were promised and 1 were there");
    }

    @Test
    void failsWhereThereIsARowTooMany() {
        assertThatThrownBy(() -> Rows.write(List.of("a", "b")::forEach, 1, (String row) -> {}, out))
                .isInstanceOf(IOException.class);
    }

    @Test
    void failsAsTheConnectionDoes() {
        IOException broken = new IOException("broken pipe");

        assertThatThrownBy(() -> Rows.write(
                        List.of("a")::forEach,
                        1,
                        (String row) -> {
                            throw broken;
                        },
                        out))
                .isSameAs(broken);
    }
}
