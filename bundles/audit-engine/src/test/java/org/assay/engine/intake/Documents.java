package org.assay.engine.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assertj.core.api.Assertions;

/** Short ways to documents for tests. */
final class Documents {
    static final NetworkReader READER = new NetworkReader(FactModel.core());

    /** A whole document; the marks §suppliers, §components, §rest are replaced by {@link #with}. */
    private static final String FRAME =
            """
            {
            "format": "assay.network/1",
            "network": {"id": "net", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
            "operator": {"id": "op", "name": "Op"},
            "suppliers": [§suppliers],
            "components": [§components]§rest
            }
            """;

    private Documents() {}

    static String with(String suppliers, String components, String rest) {
        return FRAME.replace("§suppliers", suppliers)
                .replace("§components", components)
                .replace("§rest", rest.isEmpty() ? "" : ",\n" + rest);
    }

    static String withComponents(String components) {
        return with("", components, "");
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static Intake read(String json) {
        return READER.readJson(stream(json));
    }

    static List<Fault> faultsOf(String json) {
        return faultsOf(() -> read(json));
    }

    static List<Fault> faultsOf(Supplier<Intake> reading) {
        return Assertions.catchThrowableOfType(FaultException.class, reading::get)
                .faults();
    }

    static byte[] json(NetworkFacts facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NetworkWriter.writeJson(facts, out);
        return out.toByteArray();
    }

    static byte[] ndjson(NetworkFacts facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NetworkWriter.writeNdjson(facts, out);
        return out.toByteArray();
    }
}
