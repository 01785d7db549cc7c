package org.assay.core.internal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.core.internal.util.Repeated;

/** The threads of the core. */
final class Workers {
    private static final int AUDIT_THREADS = 2;
    private static final int WAITING_AUDITS = 256;

    private Workers() {}

    /** What a task that is run now and then throws is told in the log. */
    static Runnable guarded(Runnable task) {
        return Repeated.guarded("What is done now and then", task);
    }

    /** A service may leave while the core ends: what there would be to do is then done at the next start. */
    static ScheduledExecutorService registry() {
        return new ScheduledThreadPoolExecutor(1, named("registry"), new ThreadPoolExecutor.DiscardPolicy());
    }

    /** A caller does the work itself when too many audits wait: that slows callers down instead of losing audits. */
    static ThreadPoolExecutor audits() {
        return new ThreadPoolExecutor(
                AUDIT_THREADS,
                AUDIT_THREADS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING_AUDITS),
                named("audit"),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "assay-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
