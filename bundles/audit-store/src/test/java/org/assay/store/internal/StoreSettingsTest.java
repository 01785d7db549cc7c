package org.assay.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSettingsTest {
    @Test
    void areThoseOfTheEmbeddedDatabaseWhereNothingIsSet() {
        StoreSettings settings = new StoreSettings(Map.of("database.target", "(a=b)"), "var");

        assertThat(settings.isEmbedded()).isTrue();
        assertThat(settings.blobsInDatabase()).isFalse();
        assertThat(settings.poolSize()).isEqualTo(8);
    }

    @Test
    void keepBlobsInADatabaseThatIsNamedUnlessToldOtherwise() {
        String url = "jdbc:postgresql://127.0.0.1/assay";

        assertThat(new StoreSettings(Map.of("url", url), "var").blobsInDatabase())
                .isTrue();
        assertThat(new StoreSettings(Map.of("url", url, "blobs", "files"), "var").blobsInDatabase())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "poolSize, few, 'poolSize is ''few''; write a whole number from 1 to 1000'",
        "blobs, disk, 'blobs is ''disk''; write files or database'",
        "pasword, x, there is no setting 'pasword'"
    })
    void refuseWhatIsNone(String key, String value, String message) {
        assertThatThrownBy(() -> new StoreSettings(Map.of(key, value), "var"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("etc/org.assay.store.cfg: " + message);
    }
}
