package org.assay.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.view.Progress;
import org.jspecify.annotations.Nullable;

/** Starts audits and reads what they found. */
public final class AuditClient {
    private static final String AUDITS = "/audits/";

    private final Api api;
    private final Progress progress;

    /** Over an API. */
    public AuditClient(Api api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    /** The ids of the installed regimes. */
    public List<String> installed() {
        List<String> ids = new ArrayList<>();
        api.get("/regimes?limit=1000")
                .path("items")
                .forEach(regime -> ids.add(regime.path("id").asText()));
        return ids;
    }

    /**
     * Audits the latest snapshot of a network and waits for the end.
     *
     * @param asOf an ISO date; null for today
     */
    public JsonNode audit(String network, List<String> regimes, @Nullable String asOf) {
        return audit(network, regimes, asOf, Map.of());
    }

    /**
     * The same with more in the request.
     *
     * @param more such as a trial
     */
    public JsonNode audit(String network, List<String> regimes, @Nullable String asOf, Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("network", network);
        request.put("regimes", regimes);
        if (asOf != null) {
            request.put("asOf", asOf);
        }
        return finished(api.post("/audits", request));
    }

    /** One audit. */
    public JsonNode audit(String id) {
        return api.get(AUDITS + Api.part(id));
    }

    /** Makes an audit once more as it was, and waits for the end. */
    public JsonNode again(String id) {
        return finished(api.post(AUDITS + Api.part(id) + "/again", Map.of()));
    }

    private JsonNode finished(JsonNode begun) {
        JsonNode audit = begun;
        try (Progress.Task task =
                progress.start("Auditing " + begun.path("network").asText())) {
            while (audit.path("state").asText().equals("running")) {
                task.tick(audit.path("progress").asInt() + " %");
                audit = api.get(AUDITS + audit.path("id").asText());
            }
        }
        if (audit.path("state").asText().equals("failed")) {
            throw new CliException(
                    ExitCode.NO_SERVICE,
                    "the audit failed: " + audit.path("failure").asText());
        }
        return audit;
    }

    /** The gravest findings of an audit. */
    public JsonNode findings(String audit, String query) {
        return api.get(AUDITS + Api.part(audit) + "/findings?" + query);
    }

    /** Every finding of an audit, page by page. */
    public List<JsonNode> allFindings(String audit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = findings(audit, "limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + Api.part(cursor)));
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        return all;
    }

    /** The id of an audit that was named, else that of the latest. */
    public String idOr(@Nullable String audit) {
        return audit != null ? audit : latest(null).path("id").asText();
    }

    /** The latest audit, of one network if it is named. */
    public JsonNode latest(@Nullable String network) {
        JsonNode items = api.get("/audits?limit=1" + (network == null ? "" : "&network=" + Api.part(network)))
                .path("items");
        if (items.isEmpty()) {
            throw new CliException(ExitCode.BAD_INPUT, "there is no audit yet. Make one: ./assay audit FILE");
        }
        return items.get(0);
    }
}
