package org.assay.core.internal.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
    private final AtomicInteger made = new AtomicInteger();

    private String make(String key) {
        return key + made.incrementAndGet();
    }

    @Test
    void givesUpTheLeastRecentlyUsed() {
        BoundedCache<String, String> cache = new BoundedCache<>(2, value -> 1);
        cache.get("a", this::make);
        cache.get("b", this::make);
        cache.get("a", this::make);
        cache.get("c", this::make);

        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.has("a")).isTrue();
        assertThat(cache.has("b")).isFalse();
        assertThat(cache.get("a", this::make)).isEqualTo("a1");
        assertThat(cache.get("b", this::make)).isEqualTo("b4");
    }

    @Test
    void weighsValuesAndKeepsTheNewestEvenWhereItIsTooHeavy() {
        BoundedCache<String, Long> cache = new BoundedCache<>(10, value -> value);
        cache.get("a", key -> 4L);
        cache.get("b", key -> 4L);
        cache.get("c", key -> 50L);

        assertThat(cache.size()).isEqualTo(1);
        assertThat(cache.has("c")).isTrue();
    }

    @Test
    void doesNotKeepAFailure() {
        BoundedCache<String, String> cache = new BoundedCache<>(2, value -> 1);

        assertThatThrownBy(() -> cache.get("a", key -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(cache.get("a", this::make)).isEqualTo("a1");
    }

    @Test
    void makesAValueOnceForManyThreads() throws Exception {
        BoundedCache<String, String> cache = new BoundedCache<>(2, value -> 1);
        CountDownLatch asked = new CountDownLatch(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> {
                    asked.countDown();
                    return cache.get("a", key -> {
                        await(asked);
                        return make(key);
                    });
                }));
            }
            for (Future<String> each : all) {
                assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo("a1");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS))
                    .as("all threads asked within 10 s")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
