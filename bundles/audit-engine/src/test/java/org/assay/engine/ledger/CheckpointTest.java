package org.assay.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import org.assay.engine.dsse.Keys;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private final KeyPair key = Keys.generate();
    private final Checkpoint checkpoint = new Checkpoint("assay/one", 42, root(7));

    private static byte[] root(int fill) {
        byte[] root = new byte[32];
        Arrays.fill(root, (byte) fill);
        return root;
    }

    @Test
    void opensWhatItSigned() {
        assertThat(Checkpoint.open(checkpoint.sign(key), key.getPublic())).contains(checkpoint);
    }

    @Test
    void opensNothingThatAnotherKeySigned() {
        assertThat(Checkpoint.open(checkpoint.sign(Keys.generate()), key.getPublic()))
                .isEmpty();
    }

    @Test
    void opensNothingOfWhichOneByteIsOther() {
        byte[] note = checkpoint.sign(key).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < note.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = note.clone();
                changed[i] ^= (byte) (1 << bit);
                assertThat(Checkpoint.open(new String(changed, StandardCharsets.UTF_8), key.getPublic()))
                        .as("bit %d of byte %d", bit, i)
                        .isEmpty();
            }
        }
    }
}
