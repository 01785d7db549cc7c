package org.assay.rest.internal.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lists as streams of rows. Safe for many threads at once. */
public final class Streams {
    /** One JSON value a line. */
    public static final String NDJSON = "application/x-ndjson";

    /** RFC 4180, with a head line. */
    public static final String CSV = "text/csv";

    /** The property of a request whose answer broke off half-way: its connection must not end in order. */
    public static final String BROKEN = "org.assay.rest.broken";

    private static final String CSV_UTF8 = "text/csv;charset=utf-8";
    private static final String TOTAL = "Assay-Total";
    private static final int BUFFER = 64 * 1024;

    private final ObjectMapper json;

    /** Writes JSON with a mapper. */
    public Streams(ObjectMapper json) {
        this.json = json;
    }

    /**
     * All rows as NDJSON.
     *
     * @param request told if the stream breaks off, under {@link #BROKEN}
     * @param total how many there are; the stream breaks if that proves wrong
     * @param source gives every row to the consumer
     */
    public <R> Response ndjson(
            ContainerRequestContext request, long total, Consumer<Consumer<R>> source, Function<R, Object> view) {
        ObjectWriter writer = json.writer();
        StreamingOutput body = guarded(request, out -> {
            OutputStream buffered = new BufferedOutputStream(out, BUFFER);
            Rows.write(source::accept, total, (R row) -> line(writer, view.apply(row), buffered), buffered);
        });
        return Response.ok(body, NDJSON).header(TOTAL, total).build();
    }

    /**
     * All rows as CSV with a head line.
     *
     * @param request told if the stream breaks off, under {@link #BROKEN}
     * @param table its name and columns
     * @param total how many rows there are; the stream breaks if that proves wrong
     * @param source gives every row to the consumer
     */
    public <R> Response csv(
            ContainerRequestContext request,
            Table table,
            long total,
            Consumer<Consumer<R>> source,
            Function<R, List<String>> cells) {
        StreamingOutput body = guarded(request, out -> {
            OutputStream buffered = new BufferedOutputStream(out, BUFFER);
            buffered.write(bytes(Csv.line(table.columns())));
            Rows.write(source::accept, total, (R row) -> buffered.write(bytes(Csv.line(cells.apply(row)))), buffered);
        });
        return Response.ok(body, CSV_UTF8)
                .header(TOTAL, total)
                .header("Content-Disposition", "attachment; filename=\"" + table.name() + ".csv\"")
                .build();
    }

    /**
     * A file that is written as it is made.
     *
     * @param request told if the stream breaks off, under {@link #BROKEN}
     * @param name what to save it as
     * @param body writes it
     */
    public Response file(ContainerRequestContext request, String name, String type, StreamingOutput body) {
        StreamingOutput whole = guarded(request, out -> {
            OutputStream buffered = new BufferedOutputStream(out, BUFFER);
            body.write(buffered);
            buffered.flush();
        });
        return Response.ok(whole, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /**
     * A table.
     *
     * @param name of its file, without the ending
     * @param columns the head line
     */
    public record Table(String name, List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    private static StreamingOutput guarded(ContainerRequestContext request, StreamingOutput body) {
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            return out -> {};
        }
        return out -> {
            try {
                body.write(out);
            } catch (IOException | RuntimeException e) {
                request.setProperty(BROKEN, true);
                throw e;
            }
        };
    }

    private static void line(ObjectWriter writer, Object row, OutputStream out) throws IOException {
        out.write(writer.writeValueAsBytes(row));
        out.write('\n');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
