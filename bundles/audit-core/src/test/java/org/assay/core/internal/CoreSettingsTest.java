package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assay.core.store.StartTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No setting is off because it was written wrongly. */
class CoreSettingsTest {
    @TempDir
    private Path folder;

    private CoreSettings read(Map<String, Object> configuration) {
        return CoreSettings.read(configuration, folder, folder);
    }

    @Test
    void takesWhatIsRightAndWhatTheContainerAdds() {
        CoreSettings settings = read(Map.of(
                "fourEyes",
                " true ",
                "largeAudit",
                "7",
                "service.pid",
                "org.assay.core",
                "felix.fileinstall.filename",
                "file:core.cfg",
                "component.id",
                3L));

        assertThat(settings.fourEyes()).isTrue();
        assertThat(settings.activateOnArrival()).isFalse();
        assertThat(settings.largeAudit()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "fourEyes, yes, write false or true",
        "activateOnArrival, TRUE, write false or true",
        "fourEyes, '', write false or true",
        "largeAudit, many, write a whole number from 0",
        "webhookAllow, here, write ranges of addresses"
    })
    void refusesAValueThatIsNone(String key, String value, String allowed) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("etc/org.assay.core.cfg: " + key + " is '" + value + "'; " + allowed);
    }

    @Test
    void refusesASettingThatThereIsNot() {
        assertThatThrownBy(() -> read(Map.of("foureyes", "true")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "etc/org.assay.core.cfg: there is no setting 'foureyes'; there are activateOnArrival, fourEyes,"
                                + " largeAudit, maxRecords, retentionDays, retentionDays.*, trustedKeys, webhookAllow");
        assertThatThrownBy(() -> CoreSettings.maxRecords(Map.of("maxRecords", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxRecords is '0'");
    }

    @Test
    void refusesAFileThatNothingReads() throws IOException {
        Files.writeString(folder.resolve("org.assay.store.cfg"), "");
        read(Map.of());
        Files.writeString(folder.resolve("org.assay.cor.cfg"), "fourEyes = true");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("etc/org.assay.cor.cfg: nothing reads this file");
    }

    @Test
    void leavesWordWhyAStartFailedUntilOneDoesNot() {
        Path word = folder.resolve(StartTrouble.FILE);

        assertThatThrownBy(() -> StartTrouble.telling(folder, () -> read(Map.of("fourEyes", "yes"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(word).content().startsWith("etc/org.assay.core.cfg: fourEyes is 'yes'");

        StartTrouble.telling(folder, () -> read(Map.of()));
        assertThat(word).doesNotExist();
    }
}
