import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes a network of any size from an example: its components again and again under new ids, chosen by a seed, and all
 * the rest as it is. The same arguments give the same bytes.
 *
 * <p>{@code java -cp <assay-cli.jar> benchmarks/GenerateNetwork.java EXAMPLE.json NETWORK-ID COMPONENTS SEED OUT.ndjson}
 */
public final class GenerateNetwork {
    private static final Map<String, String> WORDS = Map.of(
            "countries", "country",
            "suppliers", "supplier",
            "sites", "site",
            "evidence", "evidence",
            "contracts", "contract",
            "orders", "order");

    private GenerateNetwork() {}

    /** See above. */
    public static void main(String[] args) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode example = (ObjectNode) json.readTree(Path.of(args[0]).toFile());
        int wanted = Integer.parseInt(args[2]);
        Random random = new Random(Long.parseLong(args[3]));
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[4]))) {
            ObjectNode header = json.createObjectNode().put("format", "assay.network/1");
            header.set("notDelivered", notDelivered(json, example));
            line(out, header);
            ObjectNode network = ((ObjectNode) example.get("network")).put("id", args[1]);
            line(out, json.createObjectNode().set("network", network));
            line(out, json.createObjectNode().set("operator", example.get("operator")));
            for (Map.Entry<String, String> section : WORDS.entrySet()) {
                for (JsonNode record : example.path(section.getKey())) {
                    line(out, json.createObjectNode().set(section.getValue(), record));
                }
            }
            components(json, example, wanted, random, out);
        }
    }

    private static void components(
            ObjectMapper json, ObjectNode example, int wanted, Random random, BufferedWriter out) throws IOException {
        List<ObjectNode> patterns = new ArrayList<>();
        example.path("components").forEach(component -> patterns.add((ObjectNode) component));
        for (int i = 0; i < wanted; i++) {
            ObjectNode component = i < patterns.size()
                    ? patterns.get(i)
                    : patterns.get(random.nextInt(patterns.size())).deepCopy();
            if (i >= patterns.size()) {
                component.put("id", component.get("id").asText() + "-" + i);
            }
            line(out, json.createObjectNode().set("component", component));
        }
    }

    private static JsonNode notDelivered(ObjectMapper json, ObjectNode example) {
        List<String> words = new ArrayList<>();
        example.path("notDelivered").forEach(word -> words.add(word.asText()));
        for (String section : List.of("evidence", "contracts", "orders")) {
            if (!example.has(section)) {
                words.add(WORDS.get(section));
            }
        }
        return json.valueToTree(words);
    }

    private static void line(BufferedWriter out, JsonNode record) throws IOException {
        out.write(record.toString());
        out.write('\n');
    }
}
