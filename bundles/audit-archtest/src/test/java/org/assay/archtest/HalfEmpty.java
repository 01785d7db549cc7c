package org.assay.archtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.facts.FactModel;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.RulePack;

/** An example network of which facts are left out at random: components, and some of each under another id. */
final class HalfEmpty {
    private static final Set<String> REQUIRED =
            Set.of("id", "kind", "name", "country", "timeZone", "authority", "effect");
    private static final List<String> SECTIONS = List.of("suppliers", "sites", "components", "evidence", "orders");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;
    private final double gone;

    private HalfEmpty(Random random, double gone) {
        this.random = random;
        this.gone = gone;
    }

    /**
     * The facts of such a network.
     *
     * @param gone which part of its facts is left out; 1 for all that may be
     * @param copies how often each component is there
     */
    static PreparedFacts of(Path example, RulePack pack, long seed, double gone, int copies) throws IOException {
        HalfEmpty maker = new HalfEmpty(new Random(seed), gone);
        ObjectNode network = (ObjectNode) JSON.readTree(Files.readAllBytes(example));
        maker.copy((ArrayNode) network.get("components"), copies);
        maker.thin((ObjectNode) network.get("operator"));
        SECTIONS.forEach(section -> network.path(section).forEach(record -> maker.thin((ObjectNode) record)));
        FactModel model = FactModel.core().withDeclarations(pack.regime(), pack.facts());
        return PreparedFacts.of(new NetworkReader(model)
                .readJson(new ByteArrayInputStream(JSON.writeValueAsBytes(network)))
                .facts());
    }

    private void copy(ArrayNode components, int copies) {
        List<JsonNode> once =
                StreamSupport.stream(components.spliterator(), false).toList();
        for (int copy = 1; copy < copies; copy++) {
            for (JsonNode component : once) {
                ObjectNode other = component.deepCopy();
                other.put("id", component.get("id").asText() + "-copy" + copy);
                components.add(other);
            }
        }
    }

    /** Leaves out fields of a record, and of the records within it. */
    private void thin(ObjectNode record) {
        List<String> names = StreamSupport.stream(((Iterable<String>) record::fieldNames).spliterator(), false)
                .filter(name -> !REQUIRED.contains(name))
                .toList();
        for (String name : names) {
            if (random.nextDouble() < gone) {
                record.remove(name);
            } else if (record.get(name) instanceof ObjectNode within) {
                thin(within);
            }
        }
    }
}
