package org.assay.rest.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.assay.rest.internal.json.Json;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private final Streams streams = new Streams(Json.mapper());
    private final ContainerRequest request = new ContainerRequest(
            URI.create("http://127.0.0.1/"),
            URI.create("http://127.0.0.1/a"),
            "GET",
            null,
            new MapPropertiesDelegate(),
            null);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aWholeStreamIsNotMarked() throws IOException {
        body(lines(2)).write(out);

        assertThat(out).hasToString("\"a\"\n\"b\"\n");
        assertThat(request.getProperty(Streams.BROKEN)).isNull();
    }

    @Test
    void aStreamThatLacksARowIsMarkedAsBroken() {
        assertThatThrownBy(() -> body(lines(3)).write(out)).isInstanceOf(IOException.class);

        assertThat(request.getProperty(Streams.BROKEN)).isEqualTo(true);
    }

    @Test
    void aTableThatFailsHalfWayIsMarkedAsBroken() {
        Response table = streams.<String>csv(
                request, new Streams.Table("t", List.of("x")), 2, List.of("a", "b")::forEach, row -> {
                    throw new IllegalStateException("the store is gone");
                });

        assertThatThrownBy(() -> body(table).write(out)).hasMessage("the store is gone");
        assertThat(request.getProperty(Streams.BROKEN)).isEqualTo(true);
    }

    private Response lines(long promised) {
        return streams.<String>ndjson(request, promised, List.of("a", "b")::forEach, row -> row);
    }

    private static StreamingOutput body(Response response) {
        return (StreamingOutput) response.getEntity();
    }
}
