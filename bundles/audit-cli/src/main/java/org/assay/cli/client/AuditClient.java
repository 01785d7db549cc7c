package org.assay.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.view.Progress;
import org.jspecify.annotations.Nullable;

/** Starts audits and reads what they found. */
public final class AuditClient {
    private static final String AUDITS = "/audits/";
    private static final int LOOKED = 100;
    private static final int NAMED = 5;

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

    /** Refuses a network that is not loaded, naming some that are. */
    public void requireLoaded(String network) {
        List<String> ids = Pages.all(api, "/networks").stream()
                .map(one -> one.path("id").asText())
                .toList();
        if (!ids.contains(network)) {
            String some = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
            String others = ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " others" : "";
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    "no network '" + network + "' is loaded",
                    List.of(
                            ids.isEmpty() ? "none is yet" : "loaded: " + some + others,
                            "a document is loaded and audited by its file: ./assay audit FILE.json"));
        }
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
        return allFindings(audit, "");
    }

    /**
     * Those that a filter lets through.
     *
     * @param filter parameters of the query, each behind an ampersand
     */
    public List<JsonNode> allFindings(String audit, String filter) {
        String query = filter.isEmpty() ? "" : "?" + filter.substring(1);
        return Pages.all(api, AUDITS + Api.part(audit) + "/findings" + query);
    }

    /** The id of an audit that was named, else that of the latest. */
    public String idOr(@Nullable String audit) {
        return audit != null ? audit : latest(null).path("id").asText();
    }

    /** The latest audit, of one network if it is named. */
    public JsonNode latest(@Nullable String network) {
        return newest(network, 1, audit -> true).orElseThrow(() -> none("there is no audit yet"));
    }

    /** The latest that is done and whose findings are kept. */
    public JsonNode latestDone(@Nullable String network) {
        return newest(network, LOOKED, AuditClient::isDone)
                .orElseThrow(() ->
                        none(network == null ? "no audit is done yet" : "no audit of " + network + " is done yet"));
    }

    private Optional<JsonNode> newest(@Nullable String network, int looked, Predicate<JsonNode> wanted) {
        String path = "/audits?limit=" + looked + (network == null ? "" : "&network=" + Api.part(network));
        JsonNode items = api.get(path).path("items");
        return StreamSupport.stream(items.spliterator(), false).filter(wanted).findFirst();
    }

    private static boolean isDone(JsonNode audit) {
        return audit.path("state").asText().equals("done") && !audit.has("removed");
    }

    private static CliException none(String what) {
        return new CliException(ExitCode.BAD_INPUT, what + ". Make one: ./assay audit FILE");
    }
}
