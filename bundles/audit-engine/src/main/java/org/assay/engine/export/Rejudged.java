package org.assay.engine.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.facts.FactValueException;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.ledger.Checkpoint;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * An audit computed again from what is proved.
 *
 * @param entries proved to be in the ledger
 * @param packs envelopes
 * @param checkpoint under which the entries are proved
 */
record Rejudged(List<ProvedEntry> entries, List<byte[]> packs, Checkpoint checkpoint) {
    private static final ObjectMapper JSON = new ObjectMapper();

    VerifiedAudit judge(NetworkFacts facts, String digest, Evaluator evaluator) {
        JsonNode audit = what("audit", "audit", null);
        String snapshot = audit.path("digest").asText();
        require(snapshot.equals(digest), "the facts have the digest " + digest + ", the audit was of " + snapshot);
        what("snapshot", "digest", snapshot);
        Map<String, RulePack> opened = open();
        List<VerifiedAudit.Part> parts = new ArrayList<>();
        for (JsonNode part : audit.path("parts")) {
            parts.add(judge(audit, part, opened, facts, evaluator));
        }
        require(!parts.isEmpty(), "the audit has no regime");
        return new VerifiedAudit(
                audit.path("audit").asText(),
                audit.path("network").asText(),
                snapshot,
                LocalDate.parse(audit.path("asOf").asText()),
                facts.size(),
                entries.size(),
                checkpoint.origin(),
                checkpoint.size(),
                parts,
                waivers(audit));
    }

    private List<VerifiedAudit.Waiver> waivers(JsonNode audit) {
        LocalDate asOf = LocalDate.parse(audit.path("asOf").asText());
        List<VerifiedAudit.Waiver> waivers = new ArrayList<>();
        for (ProvedEntry proved : entries) {
            JsonNode body = parse(proved.entry().body());
            if (body.path("kind").asText().equals("waiver")) {
                waivers.add(waiver(body.path("what"), audit.path("network").asText(), asOf));
            }
        }
        return waivers;
    }

    private static VerifiedAudit.Waiver waiver(JsonNode what, String network, LocalDate asOf) {
        LocalDate until = LocalDate.parse(what.path("until").asText());
        boolean holds = what.path("step").asText().equals("APPROVED")
                && what.path("network").asText().equals(network)
                && !asOf.isBefore(LocalDate.parse(what.path("from").asText()))
                && !asOf.isAfter(until);
        require(holds, "the waiver " + what.path("waiver").asText() + " does not count for this audit");
        return new VerifiedAudit.Waiver(
                what.path("regime").asText(),
                what.path("requirement").asText(),
                what.path("kind").asText() + " " + what.path("subject").asText(),
                what.path("owner").asText(),
                what.path("reason").asText(),
                until);
    }

    /** What the proved entry of a kind says, where a member of it has a value; any value where none is given. */
    private JsonNode what(String kind, String member, @Nullable String value) {
        for (ProvedEntry proved : entries) {
            JsonNode body = parse(proved.entry().body());
            boolean fits = body.path("kind").asText().equals(kind)
                    && (value == null || body.path("what").path(member).asText().equals(value));
            if (fits) {
                return body.path("what");
            }
        }
        throw new ExportException("no entry of the ledger for the " + kind + (value == null ? "" : " " + value));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ExportException("the body of an entry is no JSON");
        }
    }

    private Map<String, RulePack> open() {
        Map<String, RulePack> opened = new LinkedHashMap<>();
        for (byte[] envelope : packs) {
            RulePack pack = PackReader.read(PackEnvelope.payload(envelope));
            opened.put(pack.digest(), pack);
        }
        return opened;
    }

    private VerifiedAudit.Part judge(
            JsonNode audit, JsonNode part, Map<String, RulePack> opened, NetworkFacts facts, Evaluator evaluator) {
        String digest = part.path("pack").asText();
        RulePack pack = opened.get(digest);
        if (pack == null) {
            throw new ExportException("the pack " + digest + " is not in the file");
        }
        what("pack", "digest", digest);
        Instant knownAt = Instant.parse(audit.path("knownAt").asText());
        AuditTerms terms = new AuditTerms(
                LocalDate.parse(audit.path("asOf").asText()),
                knownAt.atZone(pack.timeZone()).toLocalDate(),
                options(pack, parse(part.path("options").asText("{}"))));
        BitmapMatrix matrix =
                evaluator.open(RuleSet.compile(pack), facts, terms).judge(done -> {});
        String found = matrix.digest();
        String said = part.path("verdicts").asText();
        require(
                found.equals(said),
                "the verdicts under " + pack.regime() + " come out as " + found + ", the ledger says " + said);
        Map<String, Integer> counts = new LinkedHashMap<>();
        matrix.counts().forEach((outcome, count) -> counts.put(outcome.name(), Math.toIntExact(count)));
        return new VerifiedAudit.Part(pack.regime(), pack.version(), digest, found, counts);
    }

    private static Map<String, Object> options(RulePack pack, JsonNode pinned) {
        Map<String, Object> options = new LinkedHashMap<>();
        pack.options().forEach((name, option) -> {
            JsonNode chosen = pinned.path(name);
            Object plain = chosen.isBoolean()
                    ? (Object) chosen.asBoolean()
                    : chosen.isIntegralNumber() ? (Object) chosen.asLong() : chosen.asText();
            try {
                options.put(name, option.value(name, plain));
            } catch (FactValueException e) {
                throw new ExportException("the option " + name + ": " + e.getMessage());
            }
        });
        return options;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ExportException(otherwise);
        }
    }
}
