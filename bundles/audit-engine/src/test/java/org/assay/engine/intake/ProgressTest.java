package org.assay.engine.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final String HEAD =
            """
            {"format": "assay.network/1", "notDelivered": []}
            {"network": {"id": "net", "name": "N", "country": "DE", "timeZone": "Europe/Berlin"}}
            {"operator": {"id": "op", "name": "O"}}
            """;

    @Test
    void a_long_document_tells_how_far_it_is_read() {
        String components = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"component\": {\"id\": \"c" + i + "\", \"kind\": \"equipment\"}}")
                .collect(Collectors.joining("\n"));
        List<Long> records = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        Documents.READER
                .withProgress((some, read) -> {
                    records.add(some);
                    bytes.add(read);
                })
                .readNdjson(Documents.stream(HEAD + components));
        assertThat(records).containsExactly(4_096L, 8_192L, 10_002L);
        assertThat(bytes).isSorted().last().isEqualTo((long) (HEAD + components).getBytes(UTF_8).length);
    }
}
