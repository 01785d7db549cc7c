package org.assay.engine.dsse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import org.assay.engine.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedKeyTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");
    private static final PublicKey KEY = Keys.generate().getPublic();

    private static TrustedKey key(String regimes) {
        return new TrustedKey(KEY, List.of(regimes.split(" ")), FROM, UNTIL, null);
    }

    @ParameterizedTest
    @CsvSource({
        "*, de-bsi, true",
        "de-bsi, de-bsi, true",
        "de-bsi, de-bsi2, false",
        "de-bsi, xde-bsi, false",
        "de-*, de-bsi, true",
        "de-*, fr-anssi, false",
        "*-bsi, de-bsi, true",
        "d*-b*, de-bsi, true",
        "fr-* de-*, de-bsi, true",
        "-, de-bsi, false"
    })
    void aStarStandsForAnyCharacters(String regimes, String regime, boolean may) {
        assertThat(key(regimes).refusal(regime).isEmpty()).isEqualTo(may);
    }

    @Test
    void itCountsFromItsFirstMomentToBeforeItsLast() {
        assertThat(key("*").refusal(FROM.minusNanos(1)).map(Fault::code)).contains("key-not-yet-valid");
        assertThat(key("*").refusal(FROM)).isEmpty();
        assertThat(key("*").refusal(UNTIL.minusNanos(1))).isEmpty();
        assertThat(key("*").refusal(UNTIL).map(Fault::code)).contains("key-expired");
    }

    @Test
    void oneGoodSignerIsEnough() {
        TrustedKey revoked = new TrustedKey(
                Keys.generate().getPublic(), List.of("*"), FROM, null, new TrustedKey.Revocation(FROM, "it was lost"));
        TrustedKeys keys = TrustedKeys.within(List.of(revoked, key("de-*")));
        List<String> both = List.of(revoked.id(), Keys.id(KEY));

        assertThat(keys.requireNow(both, FROM)).containsExactly(Keys.id(KEY));
        assertThat(keys.revoked(both)).isEmpty();
        assertThat(keys.revoked(List.of(revoked.id()))).contains("it was lost");
        assertThatThrownBy(() -> keys.requireNow(List.of(revoked.id()), FROM))
                .isInstanceOf(UntrustedPackException.class)
                .hasMessageContaining("it was lost");
        assertThatThrownBy(() -> keys.requireFor(List.of(Keys.id(KEY)), "fr-anssi"))
                .isInstanceOf(UntrustedPackException.class)
                .hasMessageContaining("may sign for de-*, not for fr-anssi");
    }
}
