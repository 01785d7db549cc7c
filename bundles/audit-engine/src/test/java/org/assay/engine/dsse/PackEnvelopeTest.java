package org.assay.engine.dsse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackEnvelopeTest {
    private static final KeyPair OURS = Keys.generate();
    private static final KeyPair THEIRS = Keys.generate();
    private static final TrustedKeys TRUSTED = TrustedKeys.of(List.of(OURS.getPublic()));
    private static final byte[] PACK = "regime: xx-test\n".getBytes(StandardCharsets.UTF_8);

    @Property(tries = 200)
    void whatIsSignedIsOpenedUnchanged(@ForAll byte[] payload) {
        PackEnvelope.Opened opened = PackEnvelope.open(PackEnvelope.sign(payload, OURS.getPrivate()), TRUSTED);
        assertThat(opened.payload()).isEqualTo(payload);
        assertThat(opened.keyId()).isEqualTo(Keys.id(OURS.getPublic()));
    }

    @Property(tries = 1_000)
    void anyByteThatIsChangedIsDetected(@ForAll int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] envelope = PackEnvelope.sign(PACK, OURS.getPrivate());
        envelope[Math.floorMod(place, envelope.length)] ^= (byte) change;
        assertThatThrownBy(() -> PackEnvelope.open(envelope, TRUSTED)).isInstanceOf(FaultException.class);
    }

    @Test
    void aBarePackIsCalledUnsigned() {
        assertThat(refuse(PACK).code()).isEqualTo("unsigned");
    }

    @Test
    void aKeyThatIsNotTrustedIsNamed() {
        Fault fault = refuse(PackEnvelope.sign(PACK, THEIRS.getPrivate()));
        assertThat(fault.code()).isEqualTo("unknown-key-id");
        assertThat(fault.message()).contains(Keys.id(THEIRS.getPublic()));
        assertThat(fault.hint()).contains(Keys.id(OURS.getPublic()));
    }

    @Test
    void aSignatureOfAnotherKeyUnderATrustedNameIsRefused() {
        String theirs = text(PackEnvelope.sign(PACK, THEIRS.getPrivate()));
        String posing = theirs.replace(Keys.id(THEIRS.getPublic()), Keys.id(OURS.getPublic()));
        assertThat(refuse(bytes(posing)).code()).isEqualTo("altered");
    }

    @Test
    void anotherPayloadUnderAGoodSignatureIsRefused() {
        String good = text(PackEnvelope.sign(PACK, OURS.getPrivate()));
        String other = good.replace(base64(PACK), base64(bytes("regime: xx-best\n")));
        assertThat(refuse(bytes(other)).code()).isEqualTo("altered");
    }

    @Test
    void oneGoodSignatureAmongSeveralIsEnough() {
        String ours = text(PackEnvelope.sign(PACK, OURS.getPrivate()));
        String theirs = text(PackEnvelope.sign(PACK, THEIRS.getPrivate()));
        String second = theirs.substring(theirs.indexOf("{\"keyid\""), theirs.length() - 2);
        String both = ours.replace("[{\"keyid\"", "[" + second + ",{\"keyid\"");
        assertThat(PackEnvelope.open(bytes(both), TRUSTED).signers()).containsExactly(Keys.id(OURS.getPublic()));
    }

    @Test
    void aSignatureThatNamesNoKeyIsTriedWithEach() {
        String unnamed = text(PackEnvelope.sign(PACK, OURS.getPrivate()))
                .replace("\"keyid\":\"" + Keys.id(OURS.getPublic()) + "\",", "");
        TrustedKeys both = TrustedKeys.of(List.of(THEIRS.getPublic(), OURS.getPublic()));
        assertThat(PackEnvelope.open(bytes(unnamed), both).keyId()).isEqualTo(Keys.id(OURS.getPublic()));
    }

    @ParameterizedTest(name = "{2}: {0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"signatures\":[{ | \"signatures\":[],\"x\":[{ | unknown-key",
                "\"payloadType\": | \"payload_type\": | unknown-key",
                "version=1 | version=2 | wrong-type",
                "{\"payloadType\" | {\"payload\":\"\",\"payloadType\" | json-syntax",
                "}]} | }]}{} | json-syntax",
                "}]} | }] | json-syntax",
                "\"payload\":\" | \"payload\":\"= | bad-value",
                "\"payload\":\" | \"payload\":[[[[[[\" | wrong-type",
                "\"signatures\":[{ | \"signatures\":[[[[{ | wrong-type",
                "\"sig\":\" | \"sig\":\"AAAA | wrong-signature"
            })
    void eachBrokenEnvelopeIsRefused(String found, String replacement, String code) {
        String good = text(PackEnvelope.sign(PACK, OURS.getPrivate()));
        assertThat(good).contains(found);
        assertThat(refuse(bytes(good.replace(found, replacement))).code()).isEqualTo(code);
    }

    @Test
    void base64WithSpareBitsIsRefused() {
        String good = text(PackEnvelope.sign(PACK, OURS.getPrivate()));
        assertThat(refuse(bytes(spareBits(good))).code()).isEqualTo("bad-value");
    }

    @Test
    void anEnvelopeWithoutSignatureIsCalledUnsigned() {
        String good = text(PackEnvelope.sign(PACK, OURS.getPrivate()));
        String bare = good.substring(0, good.indexOf("[{")) + "[]}";
        assertThat(refuse(bytes(bare)).code()).isEqualTo("unsigned");
    }

    @Test
    void anEnvelopeBeyondTheLimitIsNotRead() {
        assertThat(refuse(new byte[EnvelopeReader.MAX_BYTES + 1]).code()).isEqualTo("limit");
    }

    /** The last character before the padding changed in bits that carry nothing. */
    private static String spareBits(String envelope) {
        int end = envelope.indexOf("=\",\"signatures\"");
        while (envelope.charAt(end - 1) == '=') {
            end--;
        }
        return envelope.substring(0, end - 1) + (char) (envelope.charAt(end - 1) + 1) + envelope.substring(end);
    }

    private static Fault refuse(byte[] envelope) {
        FaultException refused = catchThrowableOfType(FaultException.class, () -> PackEnvelope.open(envelope, TRUSTED));
        assertThat(refused).as("the envelope was opened").isNotNull();
        return refused.faults().get(0);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
