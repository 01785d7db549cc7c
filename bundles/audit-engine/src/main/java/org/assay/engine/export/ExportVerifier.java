package org.assay.engine.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.digest.MerkleTree;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.dsse.Keys;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.FaultException;
import org.assay.engine.intake.Limits;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.ledger.Checkpoint;
import org.assay.engine.ledger.LedgerEntry;

/**
 * Checks an exported audit with nothing but the file and the public key of the ledger: the seal over every byte, the proofs of
 * the ledger's entries, the digests of facts and packs, and the verdicts, which it computes anew. Immutable; as thread-safe as its
 * evaluator.
 */
public final class ExportVerifier {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Evaluator evaluator;

    /** A verifier that judges with this evaluator. */
    public ExportVerifier(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Checks an export.
     *
     * @param export the file; closed afterwards
     * @param ledgerKey the key that signs the ledger's checkpoints, had from whoever runs it by another way than the file
     * @throws ExportException at the first thing that is not as it must be
     * @throws IOException if the file cannot be read
     */
    public VerifiedAudit verify(InputStream export, PublicKey ledgerKey) throws IOException {
        try (export) {
            return verify(new ExportLines(export), ledgerKey);
        } catch (FaultException e) {
            throw new ExportException("the facts or a pack cannot be read: " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw new ExportException("a line is no JSON: " + e.getOriginalMessage());
        }
    }

    private VerifiedAudit verify(ExportLines lines, PublicKey key) throws IOException {
        require(lines.next().equals(ExportWriter.FORMAT), "this is no exported audit of format assay.audit/1");
        List<ProvedEntry> entries = new ArrayList<>();
        List<byte[]> packs = new ArrayList<>();
        String note = "";
        String line = lines.next();
        while (!line.equals(ExportWriter.FACTS)) {
            JsonNode json = JSON.readTree(line);
            if (json.has("entry")) {
                entries.add(entry(json.get("entry")));
            } else if (json.has("checkpoint")) {
                note = json.get("checkpoint").asText();
            } else if (json.has("pack")) {
                packs.add(base64(json.get("pack").asText()));
            } else {
                throw new ExportException("line " + lines.number() + " holds nothing that is known");
            }
            line = lines.next();
        }
        NetworkFacts facts = new NetworkReader(FactModel.core(), Limits.STORED)
                .readNdjson(lines.until(ExportWriter.FACTS_END))
                .facts();
        checkSeal(lines, key);
        Checkpoint checkpoint = Checkpoint.open(note, key)
                .orElseThrow(() -> new ExportException("the checkpoint is not signed by the key " + Keys.id(key)));
        entries.forEach(entry -> prove(entry, checkpoint));
        return new Rejudged(entries, packs, checkpoint).judge(facts, SnapshotDigest.of(facts), evaluator);
    }

    private static ProvedEntry entry(JsonNode json) {
        List<String> hashes = new ArrayList<>();
        json.path("hashes").forEach(hash -> hashes.add(hash.asText()));
        return new ProvedEntry(
                new LedgerEntry(
                        json.path("number").asLong(-1), json.path("body").asText()),
                hashes);
    }

    private static void prove(ProvedEntry proved, Checkpoint checkpoint) {
        List<byte[]> hashes = new ArrayList<>();
        for (String hash : proved.hashes()) {
            hashes.add(hex(hash));
        }
        long number = proved.entry().number();
        boolean in =
                MerkleTree.verifyInclusion(proved.entry().leaf(), number, checkpoint.size(), hashes, checkpoint.root());
        require(in, "the entry " + number + " is not proved to be in the ledger");
    }

    private static void checkSeal(ExportLines lines, PublicKey key) throws IOException {
        String line = lines.next();
        JsonNode seal = JSON.readTree(line).path("seal");
        String id = seal.path("keyId").asText();
        String signature = seal.path("signature").asText();
        String canonical = CanonicalJson.text(Map.of("seal", Map.of("keyId", id, "signature", signature)));
        require(canonical.equals(line), "the seal in line " + lines.number() + " is not written as seals are");
        require(id.equals(Keys.id(key)), "the file is sealed by the key " + id + ", not by " + Keys.id(key));
        byte[] bytes = base64(signature);
        require(
                Base64.getEncoder().encodeToString(bytes).equals(signature)
                        && Seal.fits(key, lines.digestBefore(), bytes),
                "the seal does not fit: the file was changed after it was exported");
        lines.requireEnd();
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new ExportException("a part that should be base64 is not");
        }
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new ExportException("a hash of a proof is no hex digits");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ExportException(otherwise);
        }
    }
}
