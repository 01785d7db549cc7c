package org.assay.core.internal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.core.Networks.Format;
import org.assay.core.NotFoundException;
import org.assay.core.Trial;
import org.assay.core.internal.engine.FactsEngine;
import org.assay.core.internal.engine.FactsEngine.Taken;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.store.PackRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Packs and facts as a trial supposes them. What it makes of facts is checked as a document is. Thread-safe. */
public final class Supposing {
    private static final String SITE = "site.";

    private final Store store;
    private final FactsEngine engine;
    private final Snapshots snapshots;
    private final RegimePacks packs;
    private final ObjectMapper json = new ObjectMapper();

    /** Makes one. */
    public Supposing(Store store, FactsEngine engine, Snapshots snapshots, RegimePacks packs) {
        this.store = store;
        this.engine = engine;
        this.snapshots = snapshots;
        this.packs = packs;
    }

    /**
     * Facts that are kept as a blob, and in no network.
     *
     * @param digest of the facts
     * @param blob where they are
     */
    record Supposed(String digest, String blob) {}

    /** The pack of a regime that a trial supposes to be active, if it does. */
    Optional<PackRow> pack(Transaction tx, String regime, Trial trial) {
        return Optional.ofNullable(trial.packs().get(regime)).map(version -> tx.packs().of(regime).stream()
                .filter(row -> row.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        "pack",
                        "the regime '" + regime + "' has no pack " + version,
                        "GET /regimes/" + regime + "/packs lists them; stage it first")));
    }

    /** The facts of a snapshot, changed as a trial says. */
    Supposed facts(SnapshotRow snapshot, Trial trial) {
        NetworkFacts facts = snapshots.of(snapshot.facts(), snapshot.digest());
        FactModel model = store.read(packs::model);
        Taken taken = engine.read(Format.NDJSON, new ByteArrayInputStream(changed(facts, trial)), model, null);
        return new Supposed(taken.digest(), snapshots.keep(taken.facts(), taken.digest()));
    }

    private byte[] changed(NetworkFacts facts, Trial trial) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        engine.write(facts, lines);
        ByteArrayOutputStream out = new ByteArrayOutputStream(lines.size());
        int[] hits = new int[trial.changes().size()];
        lines.toString(StandardCharsets.UTF_8).lines().forEach(line -> {
            out.writeBytes(changed(line, facts, trial, hits).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        });
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] == 0) {
                throw new FaultException(
                        new Fault(
                                "no-such-component",
                                "no component has "
                                        + words(trial.changes().get(i).where()),
                                "/trial/changes/" + i + "/where",
                                0,
                                0,
                                "paths are those of a component in the network document, such as supplier or software.version"));
            }
        }
        return out.toByteArray();
    }

    /** {@code supplier huawei or zte, and domain core}. */
    private static String words(Map<String, List<String>> where) {
        return where.entrySet().stream()
                .map(one -> one.getKey() + " " + String.join(" or ", one.getValue()))
                .collect(Collectors.joining(", and "));
    }

    private String changed(String line, NetworkFacts facts, Trial trial, int[] hits) {
        if (!line.startsWith("{\"component\":")) {
            return line;
        }
        try {
            ObjectNode document = (ObjectNode) json.readTree(line);
            ObjectNode component = (ObjectNode) document.path(Kind.COMPONENT.word());
            for (int i = 0; i < hits.length; i++) {
                Trial.Change change = trial.changes().get(i);
                if (change.where().entrySet().stream()
                        .allMatch(one -> fits(component, facts, one.getKey(), one.getValue()))) {
                    merge(component, json.valueToTree(change.set()));
                    hits[i]++;
                }
            }
            return json.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean fits(JsonNode component, NetworkFacts facts, String path, List<String> wanted) {
        if (path.startsWith(SITE)) {
            return facts.find(Kind.SITE, component.path("site").asText())
                    .map(site -> json.<JsonNode>valueToTree(Facts.plain(site)))
                    .filter(site -> has(at(site, path.substring(SITE.length())), wanted))
                    .isPresent();
        }
        return has(at(component, path), wanted);
    }

    private static JsonNode at(JsonNode record, String path) {
        JsonNode found = record;
        for (String step : path.split("\\.")) {
            found = found.path(step);
        }
        return found;
    }

    private static boolean has(JsonNode value, List<String> wanted) {
        if (value.isArray()) {
            for (JsonNode each : value) {
                if (has(each, wanted)) {
                    return true;
                }
            }
            return false;
        }
        return value.isValueNode() && wanted.contains(value.asText());
    }

    /** RFC 7396. */
    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                into.remove(field.getKey());
            } else if (field.getValue().isObject()) {
                JsonNode there = into.path(field.getKey());
                ObjectNode inner = there.isObject() ? (ObjectNode) there : into.putObject(field.getKey());
                merge(inner, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    /** A trial as it was asked for. */
    Map<String, Object> plain(Trial trial) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("packs", trial.packs());
        plain.put(
                "changes",
                trial.changes().stream()
                        .map(change -> Map.of("where", change.where(), "set", change.set()))
                        .toList());
        return plain;
    }
}
