package org.assay.core.internal.webhook;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.assay.core.Audits;
import org.assay.core.Procedures;
import org.assay.core.Webhooks;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.util.Repeated;
import org.assay.core.store.Store;

/** All of webhooks with their threads, which have nothing to do with others: a slow receiver slows nothing else. */
public final class WebhookDesk implements AutoCloseable {
    private static final int SENDERS = 4;
    private static final int WAITING = 64;
    private static final int NEWS_SECONDS = 30;
    private static final int SWEEP_SECONDS = 3_600;

    private final HttpSender sender;
    private final Webhooks service;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(named("webhook-desk"));
    private final ScheduledExecutorService reporter = Executors.newSingleThreadScheduledExecutor(named("webhook-news"));
    private final ThreadPoolExecutor senders = new ThreadPoolExecutor(
            SENDERS,
            SENDERS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            named("webhook"),
            new ThreadPoolExecutor.CallerRunsPolicy());

    /** Puts it together and begins. */
    public WebhookDesk(Store store, Moments moments, Procedures procedures, Audits audits, AddressPolicy policy) {
        this.sender = new HttpSender(policy, SystemDefaultDnsResolver.INSTANCE);
        Courier courier = new Courier(store, sender, moments, senders);
        Announcer announcer = new Announcer(store, procedures, new FindingNews(store, audits), moments);
        this.service = new WebhookService(store, moments, policy, guarded(announcer::begin));
        worker.scheduleWithFixedDelay(guarded(courier::run), 1, 1, TimeUnit.SECONDS);
        worker.scheduleWithFixedDelay(guarded(courier::sweep), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        reporter.scheduleWithFixedDelay(guarded(announcer::run), NEWS_SECONDS, NEWS_SECONDS, TimeUnit.SECONDS);
    }

    private static Runnable guarded(Runnable task) {
        return Repeated.guarded("The work of webhooks", task);
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, "assay-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** What is offered. */
    public Webhooks service() {
        return service;
    }

    /** Ends the threads once they are done with what they are at; no thread is interrupted. */
    @Override
    public void close() {
        worker.shutdown();
        reporter.shutdown();
        senders.getQueue().clear();
        senders.shutdown();
        sender.close();
    }
}
