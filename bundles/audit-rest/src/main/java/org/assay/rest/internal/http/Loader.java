package org.assay.rest.internal.http;

import java.util.concurrent.Callable;
import org.glassfish.jersey.server.ApplicationHandler;

/** Lets Jersey find its own parts: it looks for them through the thread's context class loader. */
final class Loader {
    private Loader() {}

    /** Runs {@code work} as a thread of jersey-server would. */
    static <T> T asJersey(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ApplicationHandler.class.getClassLoader());
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
