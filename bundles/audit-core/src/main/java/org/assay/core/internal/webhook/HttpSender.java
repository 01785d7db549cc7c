package org.assay.core.internal.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends by HTTP/1.1, each time on a connection of its own: no redirect is followed, no proxy, cookie or password used, and the
 * addresses of a name are judged where they are looked up to be connected to, so that a name cannot stand for another address
 * than the one that was judged. A receiver has 20 seconds in all. Thread-safe.
 */
public final class HttpSender implements Sender, AutoCloseable {
    private static final Timeout PATIENCE = Timeout.ofSeconds(10);
    private static final int MAX_LINE = 8_192;
    private static final int MAX_HEADERS = 100;
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int CLIENT_ERROR = 400;

    private final AddressPolicy policy;
    private final DnsResolver names;
    private final long wholeMillis;
    private final ScheduledExecutorService ender = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "assay-webhook-ender");
        thread.setDaemon(true);
        return thread;
    });

    /** Sends to what the policy allows; a receiver has 20 seconds. */
    public HttpSender(AddressPolicy policy, DnsResolver names) {
        this(policy, names, 20_000);
    }

    HttpSender(AddressPolicy policy, DnsResolver names, long wholeMillis) {
        this.policy = policy;
        this.names = names;
        this.wholeMillis = wholeMillis;
    }

    @Override
    public String post(URI url, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setHeader("User-Agent", "Assay");
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        AtomicReference<@Nullable String> answered = new AtomicReference<>();
        ScheduledFuture<?> end = ender.schedule(request::cancel, wholeMillis, TimeUnit.MILLISECONDS);
        try (CloseableHttpClient client = client(url.getScheme().equals("https"))) {
            return client.execute(request, answer -> {
                String problem = problem(answer.getCode());
                answered.set(problem);
                // Ends the connection: what the receiver has to say is not read, however long it is.
                request.cancel();
                return problem;
            });
        } catch (IOException | IllegalStateException e) {
            // The client may complain of a connection that was ended while it read on; what was answered holds.
            return Optional.ofNullable(answered.get())
                    .orElseGet(() -> request.isCancelled() ? "the receiver was too slow" : words(e));
        } finally {
            end.cancel(false);
        }
    }

    private static String problem(int status) {
        if (status >= OK && status < REDIRECT) {
            return "";
        }
        String hint = status >= REDIRECT && status < CLIENT_ERROR ? "; redirects are not followed" : "";
        return "the receiver answered " + status + hint;
    }

    private static String words(Exception e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** To answer in; what sends its answer drop by drop is ended from outside. */
    private Timeout whole() {
        return Timeout.ofMilliseconds(wholeMillis);
    }

    private CloseableHttpClient client(boolean encrypted) {
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(MAX_LINE)
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxEmptyLineCount(10)
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(judging(encrypted))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(limits)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(whole())
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(whole())
                        .setConnectionRequestTimeout(PATIENCE)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    private DnsResolver judging(boolean encrypted) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] found = names.resolve(host);
                for (InetAddress address : found) {
                    if (!policy.opens(address, encrypted)) {
                        throw new UnknownHostException(address.getHostAddress() + " may not be reached: "
                                + (encrypted ? "it is not public" : "http is only for allowed addresses")
                                + ", and webhookAllow does not name it");
                    }
                }
                return found;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @Override
    public void close() {
        ender.shutdownNow();
    }
}
