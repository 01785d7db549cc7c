import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The scene of both tests: one regime that stays, one that comes and goes in two editions, and the verdicts of each edition
 * as they are when nothing happens.
 */
final class Bench {
    static final String STEADY = "uk-ncsc";
    static final String CYCLED = "de-bsi";
    static final String OTHER = "fr-anssi";
    private static final String AS_OF = "2026-11-21";

    /** What one edition says about the network: its digest of all verdicts and how many findings there are. */
    record Edition(String verdictDigest, long findings) {}

    final Server server;
    final String network;
    final String first;
    final String second;
    final Map<String, Edition> editions = new ConcurrentHashMap<>();
    String active;

    Bench(Server server, Path home) throws IOException {
        this.server = server;
        server.must(server.post("/regimes", "{\"id\":\"" + STEADY + "\"}"));
        this.network = network(home.resolve("examples/de-rheinfunk.json"));
        remember(audit(STEADY));
        this.first = install().path("current").path("version").asText();
        remember(audit(CYCLED));
        this.second = stage(home);
        activate(second);
        remember(audit(CYCLED));
        rollback(first);
    }

    private String network(Path file) throws IOException {
        JsonNode network = Server.JSON.readTree(file.toFile()).path("network");
        String id = network.path("id").asText();
        String body = Server.JSON
                .createObjectNode()
                .put("id", id)
                .put("name", network.path("name").asText())
                .put("country", network.path("country").asText())
                .toString();
        server.must(server.send("PUT", "/networks/" + id, body.getBytes()));
        server.must(server.send("POST", "/networks/" + id + "/snapshots", Files.readAllBytes(file)));
        return id;
    }

    private String stage(Path home) throws IOException {
        try (var files = Files.walk(home.resolve("examples/packs/" + CYCLED))) {
            Path file = files.filter(some -> some.toString().endsWith(".dsse.json"))
                    .findFirst()
                    .orElseThrow();
            return server.must(server.send("POST", "/regimes/" + CYCLED + "/packs", Files.readAllBytes(file)))
                    .path("version")
                    .asText();
        }
    }

    JsonNode install() {
        return server.must(server.post("/regimes", "{\"id\":\"" + CYCLED + "\"}"));
    }

    void activate(String version) {
        server.must(server.post("/regimes/" + CYCLED + "/packs/" + version + "/activate", "{}"));
        active = version;
    }

    void rollback(String version) {
        server.must(server.post("/regimes/" + CYCLED + "/packs/" + version + "/rollback", "{}"));
        active = version;
    }

    void swap() {
        if (active.equals(first)) {
            activate(second);
        } else {
            rollback(first);
        }
    }

    String request(String regime) {
        return "{\"network\":\"" + network + "\",\"regimes\":[\"" + regime + "\"],\"asOf\":\"" + AS_OF + "\"}";
    }

    JsonNode audit(String regime) {
        return server.must(server.post("/audits", request(regime)));
    }

    private void remember(JsonNode audit) {
        JsonNode part = audit.path("regimes").path(0);
        editions.put(
                key(part),
                new Edition(part.path("verdictDigest").asText(), part.path("findings").asLong()));
    }

    private static String key(JsonNode part) {
        return part.path("regime").asText() + " " + version(part);
    }

    private static String version(JsonNode part) {
        return part.path("pack").path("version").asText();
    }

    /** Whether an audit of one regime says exactly what the edition that it names says. */
    boolean isWhole(JsonNode audit) {
        JsonNode part = audit.path("regimes").path(0);
        Edition edition = editions.get(key(part));
        return edition != null
                && edition.verdictDigest().equals(part.path("verdictDigest").asText())
                && edition.findings() == part.path("findings").asLong();
    }

    /** An audit by the edition that was activated last, whole; anything else ends the test. */
    void requireActive(String when) {
        JsonNode audit = audit(CYCLED);
        String version = version(audit.path("regimes").path(0));
        if (!version.equals(active) || !isWhole(audit)) {
            throw new IllegalStateException(
                    when + " the audit used " + version + " and not " + active + " alone: " + audit);
        }
    }
}
