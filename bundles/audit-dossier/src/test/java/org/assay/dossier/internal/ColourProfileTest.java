package org.assay.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ColourProfileTest {

    @Test
    void itsColoursAreThoseOfSrgb() {
        ICC_ColorSpace ours = new ICC_ColorSpace(ICC_Profile.getInstance(ColourProfile.srgb()));
        ColorSpace known = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        for (float[] colour :
                new float[][] {{0, 0, 0}, {1, 1, 1}, {1, 0, 0}, {0.1f, 0.5f, 0.9f}, {0.02f, 0.7f, 0.3f}}) {
            float[] one = ours.toCIEXYZ(colour);
            float[] other = known.toCIEXYZ(colour);
            for (int i = 0; i < one.length; i++) {
                assertThat(one[i]).isCloseTo(other[i], within(0.002f));
            }
        }
    }

    @Test
    void itSaysHowLongItIsAndThatItIsForScreens() {
        byte[] profile = ColourProfile.srgb();
        assertThat(ByteBuffer.wrap(profile).getInt()).isEqualTo(profile.length);
        assertThat(ICC_Profile.getInstance(profile).getProfileClass()).isEqualTo(ICC_Profile.CLASS_DISPLAY);
    }
}
