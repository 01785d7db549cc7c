package org.assay.bench.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.intake.NetworkWriter;
import org.junit.jupiter.api.Test;

class ComponentTableTest {
    private static final NetworkReader READER = new NetworkReader(FactModel.core());

    @Test
    void theTableSaysWhatTheLinesSay() throws IOException {
        Inventory inventory = new Inventory(new Spec(2_000, 0.05, 7));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        NetworkFile.write(inventory, "net", lines);
        NetworkFacts whole =
                READER.readNdjson(new ByteArrayInputStream(lines.toByteArray())).facts();
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        NetworkWriter.writeJson(whole, document);
        ObjectNode base = (ObjectNode) new ObjectMapper().readTree(document.toByteArray());
        base.remove("components");
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        ComponentTable.write(inventory, table);
        NetworkFacts read = READER.readCsv(
                        new ByteArrayInputStream(new ObjectMapper().writeValueAsBytes(base)),
                        new ByteArrayInputStream(table.toByteArray()))
                .facts();
        assertThat(SnapshotDigest.of(read)).isEqualTo(SnapshotDigest.of(whole));
    }
}
