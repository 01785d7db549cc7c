package org.assay.core.internal.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.Test;

class IdsTest {
    private final AtomicLong millis = new AtomicLong(1_795_000_000_000L);

    private final Ids ids = new Ids(new Clock() {
        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock knows UTC only");
        }
    });

    @Test
    void makesIdsOfVersion7() {
        UUID id = UUID.fromString(ids.next());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis.get());
    }

    @Test
    void makesEachIdGreaterThanTheOneBeforeEvenWhenTheClockIsSetBack() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(ids.next());
            if (i == 5_000) {
                millis.addAndGet(-60_000);
            }
        }

        assertThat(all).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatIsNoName() {
        assertThat(Ids.requireName("network id", "a1-b")).isEqualTo("a1-b");
        for (String wrong : List.of("", "a", "A1", "1a", "a_b", "a".repeat(64), "../x")) {
            assertThatThrownBy(() -> Ids.requireName("network id", wrong))
                    .as("'%s'", wrong)
                    .isInstanceOf(FaultException.class);
        }
    }
}
