package org.assay.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.NetworkFacts;

class RoundTripTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final NetworkReader READER = Documents.READER;

    @Property(tries = 200)
    void what_is_written_as_json_is_read_back_equal(@ForAll @IntRange(max = 6) int size, @ForAll long seed) {
        NetworkFacts facts = RandomFacts.of(size, seed);
        assertThat(READER.readJson(stream(Documents.json(facts))).facts()).isEqualTo(facts);
    }

    @Property(tries = 200)
    void what_is_written_as_ndjson_is_read_back_equal(@ForAll @IntRange(max = 6) int size, @ForAll long seed) {
        NetworkFacts facts = RandomFacts.of(size, seed);
        assertThat(READER.readNdjson(stream(Documents.ndjson(facts))).facts()).isEqualTo(facts);
    }

    @Property(tries = 200)
    void components_written_as_csv_are_read_back_equal(@ForAll @IntRange(max = 6) int size, @ForAll long seed)
            throws IOException {
        NetworkFacts facts = RandomFacts.of(size, seed);
        ObjectNode base = (ObjectNode) MAPPER.readTree(Documents.json(facts));
        base.remove("components");
        byte[] csv = CsvPrinting.components(facts).getBytes(StandardCharsets.UTF_8);
        NetworkFacts read = READER.readCsv(stream(MAPPER.writeValueAsBytes(base)), stream(csv))
                .facts();
        assertThat(read).isEqualTo(facts);
        assertThat(SnapshotDigest.of(read)).isEqualTo(SnapshotDigest.of(facts));
    }

    @Property(tries = 200)
    void the_same_facts_in_another_order_have_the_same_digest(@ForAll @IntRange(max = 6) int size, @ForAll long seed)
            throws IOException {
        NetworkFacts facts = RandomFacts.of(size, seed);
        JsonNode shuffled = shuffled(MAPPER.readTree(Documents.json(facts)), new Random(seed), "");
        NetworkFacts read =
                READER.readJson(stream(MAPPER.writeValueAsBytes(shuffled))).facts();
        assertThat(SnapshotDigest.of(read)).isEqualTo(SnapshotDigest.of(facts));
    }

    private static JsonNode shuffled(JsonNode node, Random random, String name) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode copy = MAPPER.createObjectNode();
            names.forEach(field -> copy.set(field, shuffled(object.get(field), random, field)));
            return copy;
        } else if (node instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(element -> elements.add(shuffled(element, random, "")));
            if (!name.equals("terms")) {
                Collections.shuffle(elements, random);
            }
            return MAPPER.createArrayNode().addAll(elements);
        }
        return node;
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
