package org.assay.engine.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.digest.Sha256;
import org.assay.engine.dsse.Keys;

/**
 * Writes an exported audit: lines of JSON, each beginning with what it holds. In this order: the format; the ledger's entries of
 * the audit, its snapshot and its packs, with proofs; the checkpoint under which they stand; the packs in their envelopes; the
 * facts as an NDJSON document; and a seal, which signs every byte before it. To be used once, by one thread.
 */
public final class ExportWriter {
    /** The first line. */
    static final String FORMAT = "{\"format\":\"assay.audit/1\"}";

    /** Parts that end with a line of their own. */
    static final String FACTS = "{\"facts\":\"follow\"}";

    static final String FACTS_END = "{\"facts\":\"end\"}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream out;
    private final MessageDigest sha = Sha256.digest();

    /** Starts an export; the stream stays open. */
    public ExportWriter(OutputStream out) throws IOException {
        this.out = out;
        line(FORMAT);
    }

    /** Writes facts as an NDJSON document. */
    @FunctionalInterface
    public interface Facts {
        /** Writes all of them, each line ended. */
        void write(OutputStream to) throws IOException;
    }

    /** Adds an entry. */
    public void entry(ProvedEntry proved) throws IOException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("number", proved.entry().number());
        entry.put("body", proved.entry().body());
        entry.put("hashes", proved.hashes());
        line(JSON.writeValueAsString(Map.of("entry", entry)));
    }

    /** Adds the checkpoint of the proofs. */
    public void checkpoint(String note) throws IOException {
        line(JSON.writeValueAsString(Map.of("checkpoint", note)));
    }

    /** Adds a pack's envelope. */
    public void pack(byte[] envelope) throws IOException {
        line(JSON.writeValueAsString(Map.of("pack", Base64.getEncoder().encodeToString(envelope))));
    }

    /** Adds the facts. */
    public void facts(Facts facts) throws IOException {
        line(FACTS);
        facts.write(new Sealed());
        line(FACTS_END);
    }

    /** Ends the export. */
    public void seal(KeyPair key) throws IOException {
        byte[] digest = sha.digest();
        Map<String, Object> seal = new LinkedHashMap<>();
        seal.put("keyId", Keys.id(key.getPublic()));
        seal.put("signature", Base64.getEncoder().encodeToString(Seal.sign(key.getPrivate(), digest)));
        out.write((CanonicalJson.text(Map.of("seal", seal)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void line(String text) throws IOException {
        new Sealed().write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What goes through it is under the seal. */
    private final class Sealed extends OutputStream {
        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            sha.update(bytes, from, length);
            out.write(bytes, from, length);
        }
    }
}
