package org.assay.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.engine.fault.FaultException;
import org.assay.rest.internal.call.AuditBody;
import org.assay.rest.internal.call.Lists;
import org.assay.rest.internal.json.Bodies;
import org.assay.rest.internal.json.Json;

/**
 * Whatever bytes come as a body or a cursor, they are read or refused with a fault, and never anything else. The build runs
 * the kept inputs; {@code JAZZER_FUZZ=1 mvn test -Djazzer.hooks=true -Dtest=ReaderFuzzTest#body} looks for new ones.
 */
class ReaderFuzzTest {
    private static final Bodies BODIES = new Bodies(Json.mapper());
    private static final List<String> ITEMS = List.of("a", "b", "c");

    @FuzzTest(maxDuration = "2m")
    void body(byte[] body) {
        try {
            assertThat(BODIES.read(body, AuditBody.class).request().regimes()).isNotNull();
        } catch (FaultException e) {
            assertThat(e.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.message()).isNotBlank().doesNotContain("jackson"));
        }
    }

    @FuzzTest(maxDuration = "2m")
    void cursor(byte[] cursor) {
        String text = new String(cursor, StandardCharsets.UTF_8);
        try {
            Page<String> page = Lists.page("items", ITEMS, Function.identity(), new PageRequest(text, 2));
            assertThat(page.items()).isNotNull();
        } catch (FaultException e) {
            assertThat(e.faults().get(0).code()).isEqualTo("unknown-cursor");
        }
    }
}
