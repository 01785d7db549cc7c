package org.assay.engine.dsse;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A DSSE envelope as read: nothing of it is trusted yet.
 *
 * @param payloadType what the payload is
 * @param payload its bytes
 * @param signatures over type and payload
 */
record Envelope(String payloadType, byte[] payload, List<Signed> signatures) {
    Envelope {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature.
     *
     * @param keyId the name of the key, as the envelope says; empty if it does not
     * @param signature the bytes
     */
    record Signed(String keyId, byte[] signature) {}

    /** What is signed: DSSE's pre-authentication encoding of type and payload. */
    byte[] signedBytes() {
        return signedBytes(payloadType, payload);
    }

    static byte[] signedBytes(String payloadType, byte[] payload) {
        int typeLength = payloadType.getBytes(StandardCharsets.UTF_8).length;
        String head = "DSSEv1 " + typeLength + " " + payloadType + " " + payload.length + " ";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + payload.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(payload, 0, all, start.length, payload.length);
        return all;
    }
}
