package org.assay.engine.dsse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/**
 * Signs rule packs and opens signed ones: DSSE version 1 with Ed25519. A pack's digest is SHA-256 of the payload. An
 * envelope has at most 4 MiB and 16 signatures. Stateless and thread-safe.
 */
public final class PackEnvelope {
    /** What the payload of a pack's envelope is. */
    public static final String PAYLOAD_TYPE = "application/vnd.assay.rulepack+yaml;version=1";

    private static final int SIGNATURE_LENGTH = 64;
    private static final JsonFactory JSON = new JsonFactory();

    private PackEnvelope() {}

    /**
     * What an envelope held.
     *
     * @param payload the bytes that were signed: the pack's YAML
     * @param signers the names of the known keys that signed it, at least one
     */
    public record Opened(byte[] payload, List<String> signers) {
        public Opened {
            signers = List.copyOf(signers);
        }

        /** The first key that signed it. */
        public String keyId() {
            return signers.get(0);
        }
    }

    /**
     * Opens an envelope and checks its signatures.
     *
     * @param envelope the bytes of its JSON
     * @param trusted the keys whose signatures count, whatever the terms of each; one good signature is enough
     * @throws FaultException if it is no envelope of a pack ({@code json-syntax}, …)
     * @throws UntrustedPackException if it is not signed, no signature is of a key that is known, or none fits the payload
     */
    public static Opened open(byte[] envelope, TrustedKeys trusted) {
        Envelope read = read(envelope);
        if (read.signatures().isEmpty()) {
            throw untrusted("unsigned", "the pack is not signed", "Sign it with a key that this installation trusts");
        }
        List<String> signers = signers(read, trusted);
        if (signers.isEmpty()) {
            throw unverified(read, trusted);
        }
        return new Opened(read.payload(), signers);
    }

    /**
     * What an envelope holds, whoever signed it: for callers that know the payload's digest from elsewhere.
     *
     * @throws FaultException if it is no envelope of a pack
     */
    public static byte[] payload(byte[] envelope) {
        return read(envelope).payload();
    }

    private static Envelope read(byte[] envelope) {
        Envelope read = EnvelopeReader.read(envelope);
        if (!read.payloadType().equals(PAYLOAD_TYPE)) {
            throw refuse(
                    "wrong-type",
                    "the envelope holds something else than a rule pack",
                    "Its type must be " + PAYLOAD_TYPE);
        }
        return read;
    }

    /**
     * Puts a pack into an envelope.
     *
     * @param payload the bytes of its YAML
     * @param key an Ed25519 key
     * @return the bytes of the envelope's JSON
     */
    public static byte[] sign(byte[] payload, PrivateKey key) {
        KeyPair pair = Keys.pairOf(key);
        byte[] signature = Keys.sign(key, Envelope.signedBytes(PAYLOAD_TYPE, payload));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            write(json, payload, Keys.id(pair.getPublic()), signature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, byte[] payload, String keyId, byte[] signature) throws IOException {
        Base64.Encoder base64 = Base64.getEncoder();
        json.writeStartObject();
        json.writeStringField("payloadType", PAYLOAD_TYPE);
        json.writeStringField("payload", base64.encodeToString(payload));
        json.writeArrayFieldStart("signatures");
        json.writeStartObject();
        json.writeStringField("keyid", keyId);
        json.writeStringField("sig", base64.encodeToString(signature));
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<String> signers(Envelope envelope, TrustedKeys trusted) {
        byte[] signed = envelope.signedBytes();
        List<String> signers = new ArrayList<>();
        for (Envelope.Signed signature : envelope.signatures()) {
            candidates(signature, trusted).stream()
                    .filter(id -> !signers.contains(id))
                    .filter(id -> trusted.find(id)
                            .filter(key -> Keys.fits(key, signed, signature.signature()))
                            .isPresent())
                    .findFirst()
                    .ifPresent(signers::add);
        }
        return signers;
    }

    /** The keys that a signature may be of: the one that it names, or any where it names none. */
    private static Collection<String> candidates(Envelope.Signed signature, TrustedKeys trusted) {
        return signature.keyId().isEmpty() ? trusted.ids() : List.of(signature.keyId());
    }

    private static FaultException unverified(Envelope envelope, TrustedKeys trusted) {
        Optional<Envelope.Signed> known = envelope.signatures().stream()
                .filter(s -> s.keyId().isEmpty() || trusted.find(s.keyId()).isPresent())
                .findFirst();
        if (known.isEmpty()) {
            String id = envelope.signatures().get(0).keyId();
            String message = "the pack is signed with a key that is not trusted here: '"
                    + id.replaceAll("[^A-Za-z0-9._:-]", "?") + "'";
            return untrusted("unknown-key-id", message, "Trusted: " + String.join(", ", trusted.ids()));
        }
        if (known.get().signature().length != SIGNATURE_LENGTH) {
            return untrusted(
                    "wrong-signature",
                    "the signature is no Ed25519 signature",
                    "It has " + SIGNATURE_LENGTH + " bytes");
        }
        String hint = "Take the envelope as its maker published it, or sign the pack anew";
        return untrusted("altered", "pack and signature do not belong together: one of them was altered", hint);
    }

    private static FaultException untrusted(String code, String message, String hint) {
        return new UntrustedPackException(new Fault(code, message, "", 0, 0, hint));
    }

    private static FaultException refuse(String code, String message, String hint) {
        return new FaultException(new Fault(code, message, "", 0, 0, hint));
    }
}
