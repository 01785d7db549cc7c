package org.assay.engine.dsse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeysTest {
    /** The first test vector of RFC 8032, section 7.1: a published seed, put into PKCS#8 form. */
    private static final String PRIVATE =
            privatePem("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static final String PUBLIC =
            """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
            -----END PUBLIC KEY-----
            """;

    @Test
    void aPrivateKeyGivesThePublicKeyThatBelongsToIt() {
        KeyPair pair = Keys.pairOf(Keys.readPrivate(PRIVATE));
        assertThat(pair.getPublic()).isEqualTo(Keys.readPublic(PUBLIC));
    }

    @Test
    void keysAreWrittenAsTheyAreRead() {
        assertThat(Keys.pem(Keys.readPrivate(PRIVATE))).isEqualTo(PRIVATE);
        assertThat(Keys.pem(Keys.readPublic(PUBLIC))).isEqualTo(PUBLIC);
    }

    @Test
    void aNewPairIsAPair() {
        KeyPair pair = Keys.generate();
        assertThat(Keys.pairOf(pair.getPrivate()).getPublic()).isEqualTo(pair.getPublic());
    }

    @Test
    void theNameOfAKeyIs32HexDigits() {
        assertThat(Keys.id(Keys.readPublic(PUBLIC))).matches("[0-9a-f]{32}");
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutRepeatingIt() {
        String broken = PRIVATE.replace("MC4CAQAw", "MC4CAQAx");
        assertThat(broken).isNotEqualTo(PRIVATE);
        assertThatThrownBy(() -> Keys.readPrivate(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("MC4C");
        assertThatThrownBy(() -> Keys.readPrivate(PUBLIC)).hasMessageContaining("PRIVATE KEY");
        assertThatThrownBy(() -> Keys.readPublic(PRIVATE + PRIVATE)).hasMessageContaining("PUBLIC KEY");
    }

    private static String privatePem(String seed) {
        byte[] encoded = HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
        String label = "PRIVATE KEY-----\n";
        return "-----BEGIN " + label + Base64.getEncoder().encodeToString(encoded) + "\n-----END " + label;
    }
}
