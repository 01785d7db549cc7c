package org.assay.core.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assay.core.PackState;
import org.assay.core.store.PackRow;
import org.assay.engine.pack.RulePack.InForce;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 12;

    @Test
    void comparesVersionsAsNumbers() {
        assertThat(Versions.ORDER.compare("2026.10.0", "2026.9.0")).isPositive();
        assertThat(Versions.ORDER.compare("1.0.0", "1.0.0")).isZero();
    }

    @Test
    void joinsDaysThatAdjoin() {
        Timeline timeline = new Timeline(List.of(pack(1, 0, 3), pack(2, 4, 6), pack(3, 8, DAYS)));

        assertThat(timeline.covered())
                .containsExactly(
                        new InForce(START, START.plusDays(6)),
                        new InForce(START.plusDays(8), org.assay.engine.facts.Days.NEVER));
    }

    @Property
    void theHighestVersionInForceSpeaks(@ForAll("packs") List<PackRow> packs) {
        Timeline timeline = new Timeline(packs);
        for (int day = -1; day <= DAYS + 1; day++) {
            LocalDate date = START.plusDays(day);
            Optional<PackRow> expected = packs.stream()
                    .filter(pack -> Timeline.days(pack).holds(date))
                    .max(Comparator.comparing(
                            pack -> Integer.parseInt(pack.version().split("\\.")[0])));
            assertThat(timeline.on(date)).isEqualTo(expected);
            assertThat(timeline.covered().stream()
                            .filter(days -> days.holds(date))
                            .count())
                    .isEqualTo(expected.isPresent() ? 1 : 0);
        }
    }

    @Property
    void aPackIsSupersededWhenItSpeaksForNoDay(@ForAll("packs") List<PackRow> packs) {
        Timeline timeline = new Timeline(packs);
        for (PackRow pack : packs) {
            boolean speaks = false;
            for (int day = 0; day <= DAYS + 1; day++) {
                speaks |= timeline.on(START.plusDays(day)).equals(Optional.of(pack));
            }
            assertThat(timeline.isSuperseded(pack)).isEqualTo(!speaks);
        }
    }

    /** Packs of versions 1 to n; a last day beyond the window stands for no end. */
    @Provide
    Arbitrary<List<PackRow>> packs() {
        Arbitrary<int[]> days = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, DAYS))
                .as((from, length) -> new int[] {from, from + length});
        return days.list().ofMaxSize(6).map(all -> java.util.stream.IntStream.range(0, all.size())
                .mapToObj(i -> pack(i + 1, all.get(i)[0], all.get(i)[1]))
                .toList());
    }

    private static PackRow pack(int version, int from, int to) {
        return new PackRow(
                "sha256:" + version,
                "xx-one",
                version + ".0.0",
                1,
                START.plusDays(from),
                to >= DAYS ? null : START.plusDays(to),
                PackState.ACTIVE.name(),
                "API",
                Instant.EPOCH,
                "ann",
                Instant.EPOCH,
                "ann",
                "{}",
                "sha256:e",
                null,
                null);
    }
}
