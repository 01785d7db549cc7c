package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does independent tasks in a few threads that end with them. */
public final class Workers {
    private Workers() {}

    /**
     * Does tasks, each thread the next one that nobody has begun.
     *
     * @param threads at most so many at once; with one, the caller does them all
     * @param worker makes what one thread works with
     * @throws IllegalStateException if the caller is interrupted; the tasks are then interrupted too
     */
    public static <T> void run(int threads, List<T> tasks, Supplier<Consumer<T>> worker) {
        if (threads == 1 || tasks.size() < 2) {
            tasks.forEach(worker.get());
            return;
        }
        int many = Math.min(threads, tasks.size());
        ExecutorService pool = Executors.newFixedThreadPool(many, Workers::thread);
        AtomicInteger next = new AtomicInteger();
        try {
            List<Future<?>> started = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                started.add(pool.submit(() -> work(tasks, next, worker.get())));
            }
            started.forEach(Workers::await);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> void work(List<T> tasks, AtomicInteger next, Consumer<T> worker) {
        for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
            worker.accept(tasks.get(i));
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "assay-judge");
        thread.setDaemon(true);
        return thread;
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while judging", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("judging failed", failed.getCause());
        }
    }
}
