package org.assay.engine.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads chunks in a few threads, and gives them back in their order. A document of one chunk is read by the caller alone.
 * Only a few chunks are held. For one thread.
 */
final class Crew implements AutoCloseable {
    private static final int MOST_THREADS = 4;

    private final Supplier<ChunkWorker> workers;
    private final int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    private final Queue<ChunkWorker> idle = new ConcurrentLinkedQueue<>();
    private final Deque<Future<Chunk>> ahead = new ArrayDeque<>();
    private @Nullable ExecutorService pool;

    /**
     * A crew.
     *
     * @param workers makes a worker for one more thread
     */
    Crew(Supplier<ChunkWorker> workers) {
        this.workers = workers;
    }

    /**
     * Lets a chunk be read.
     *
     * @param from the first of its lines that is to be read
     * @param last whether no other will come
     */
    void give(Chunk chunk, int from, boolean last) {
        if (last && ahead.isEmpty()) {
            FutureTask<Chunk> alone = new FutureTask<>(() -> work(chunk, from));
            alone.run();
            ahead.add(alone);
        } else {
            pool = pool == null ? Executors.newFixedThreadPool(threads, Crew::thread) : pool;
            ahead.add(pool.submit(() -> work(chunk, from)));
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "assay-intake");
        thread.setDaemon(true);
        return thread;
    }

    private Chunk work(Chunk chunk, int from) {
        ChunkWorker worker = idle.poll();
        worker = worker == null ? workers.get() : worker;
        worker.work(chunk, from);
        idle.add(worker);
        return chunk;
    }

    boolean hasNext() {
        return !ahead.isEmpty();
    }

    /** Whether no further chunk should be given before one is taken back. */
    boolean isBusy() {
        return ahead.size() > 2 * threads;
    }

    /** The next chunk in order, when it is read. */
    Chunk next() {
        try {
            return ahead.remove().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("reading failed", failed.getCause());
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
