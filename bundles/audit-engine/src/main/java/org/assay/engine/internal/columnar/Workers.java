package org.assay.engine.internal.columnar;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Does independent tasks in a few threads that end with them. */
public final class Workers {
    private Workers() {}

    /**
     * Does tasks, and gives what they came to in their order.
     *
     * @param threads at most so many at once; with one, the caller does them all
     * @param context makes what a task works in; with one thread they share it
     * @throws IllegalStateException if the caller is interrupted; the tasks are then interrupted too
     */
    public static <T, C, R> List<R> run(int threads, List<T> tasks, Supplier<C> context, BiFunction<T, C, R> work) {
        if (threads == 1 || tasks.size() < 2) {
            C shared = context.get();
            return tasks.stream().map(task -> work.apply(task, shared)).toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, tasks.size()), Workers::thread);
        try {
            List<Future<R>> started = new ArrayList<>();
            tasks.forEach(task -> started.add(pool.submit(() -> work.apply(task, context.get()))));
            List<R> results = new ArrayList<>();
            for (Future<R> one : started) {
                results.add(result(one));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "assay-judge");
        thread.setDaemon(true);
        return thread;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
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
