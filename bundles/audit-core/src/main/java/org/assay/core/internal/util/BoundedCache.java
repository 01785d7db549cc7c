package org.assay.core.internal.util;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Values that can be made again at some cost, the least recently used given up first. Each is made once at a time; a
 * failure is not kept. Thread-safe.
 */
public final class BoundedCache<K, V> {
    private final long capacity;
    private final ToLongFunction<? super V> weigher;
    private final Map<K, CompletableFuture<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Makes one.
     *
     * @param capacity the weight of all values together; one that is heavier alone is kept until another comes
     * @param weigher the weight of a value, at least 1
     */
    public BoundedCache(long capacity, ToLongFunction<? super V> weigher) {
        this.capacity = capacity;
        this.weigher = weigher;
    }

    /** The value of a key; made by the caller's thread if it is not there, or awaited if another thread makes it. */
    public V get(K key, Function<? super K, ? extends V> maker) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> theirs;
        synchronized (entries) {
            theirs = entries.putIfAbsent(key, mine);
        }
        if (theirs == null) {
            make(key, mine, maker);
        }
        try {
            return (theirs == null ? mine : theirs).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void make(K key, CompletableFuture<V> mine, Function<? super K, ? extends V> maker) {
        try {
            mine.complete(maker.apply(key));
            shrink(key);
        } catch (RuntimeException | Error e) {
            synchronized (entries) {
                entries.remove(key, mine);
            }
            mine.completeExceptionally(e);
        }
    }

    private void shrink(K newest) {
        synchronized (entries) {
            long weight = entries.values().stream().mapToLong(this::weight).sum();
            Iterator<Map.Entry<K, CompletableFuture<V>>> oldest =
                    entries.entrySet().iterator();
            while (weight > capacity && oldest.hasNext()) {
                Map.Entry<K, CompletableFuture<V>> entry = oldest.next();
                if (entry.getValue().isDone() && !entry.getKey().equals(newest)) {
                    weight -= weight(entry.getValue());
                    oldest.remove();
                }
            }
        }
    }

    private long weight(CompletableFuture<V> entry) {
        return entry.isDone() && !entry.isCompletedExceptionally() ? weigher.applyAsLong(entry.join()) : 0;
    }

    /** Whether the value of a key is there, so that {@link #get} gives it at once. */
    public boolean has(K key) {
        synchronized (entries) {
            CompletableFuture<V> entry = entries.get(key);
            return entry != null && entry.isDone() && !entry.isCompletedExceptionally();
        }
    }

    /** Gives up the value of a key, if it is there. */
    public void remove(K key) {
        synchronized (entries) {
            entries.remove(key);
        }
    }

    /** How many values it holds. */
    public int size() {
        synchronized (entries) {
            return entries.size();
        }
    }
}
