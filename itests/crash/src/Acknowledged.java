import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a client was told is done.
 *
 * @param kind of the ledger's entry that it must have; empty for none
 * @param about what that entry is about
 * @param path where it is read back
 * @param expected pointers into what is read and the texts there
 */
record Acknowledged(String kind, String about, String path, Map<String, String> expected) {

    static Acknowledged snapshot(JsonNode taken) {
        JsonNode snapshot = taken.path("snapshot");
        String digest = snapshot.path("digest").asText();
        return new Acknowledged(
                "snapshot",
                digest,
                "/networks/" + snapshot.path("network").asText() + "/snapshots/" + digest,
                Map.of("/digest", digest, "/records/evidence", snapshot.at("/records/evidence").asText()));
    }

    static Acknowledged audit(JsonNode audit) {
        String id = audit.path("id").asText();
        boolean done = audit.path("state").asText().equals("done");
        Map<String, String> expected = done
                ? Map.of(
                        "/state", "done",
                        "/snapshot", audit.path("snapshot").asText(),
                        "/regimes/0/verdictDigest", audit.at("/regimes/0/verdictDigest").asText(),
                        "/findings", audit.path("findings").asText())
                : Map.of("/state", "done", "/snapshot", audit.path("snapshot").asText());
        return new Acknowledged("audit", id, "/audits/" + id, expected);
    }

    static Acknowledged token(String name) {
        return new Acknowledged("token", name, "", Map.of());
    }

    /** What is wrong with what was read back; empty if nothing is. */
    String wrong(JsonNode found) {
        StringBuilder wrong = new StringBuilder();
        expected.forEach((pointer, text) -> {
            if (!found.at(pointer).asText().equals(text)) {
                wrong.append(pointer).append(" is ").append(found.at(pointer)).append(", not ").append(text).append("; ");
            }
        });
        return wrong.toString();
    }
}
