package org.assay.itests;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks for a regime that stays, over and over, and keeps every answer that is not 200. */
final class Watch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread thread;

    Watch(Api api, String path) {
        thread = new Thread(() -> ask(api, path), "watch");
        thread.start();
    }

    private void ask(Api api, String path) {
        while (open.get()) {
            try {
                int status = api.get(path).statusCode();
                if (status != 200) {
                    failures.add("status " + status);
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException e) {
                failures.add(e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        open.set(false);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
