package org.assay.core.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against receivers of the worst sort. */
class HttpSenderTest {
    private static final String LOOPBACK = "127.0.0.0/8";
    private static final byte[] BODY = "{\"type\":\"webhook.test\"}".getBytes(StandardCharsets.UTF_8);
    private static final long LIMIT = 1_500;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    /** What a receiver does with a connection whose request was read. */
    private interface Answer {
        void write(OutputStream out) throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void answering(Answer answer) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    heard.add(request(socket.getInputStream()));
                    answer.write(socket.getOutputStream());
                } catch (IOException over) {
                    // The other side ended the connection, or the test did.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Head and body; all bodies here are as long as {@link #BODY}. */
    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.read());
        }
        return text + new String(in.readNBytes(BODY.length), StandardCharsets.UTF_8);
    }

    private static Answer says(String answer) {
        return out -> out.write(answer.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private String post(String allow, String host, DnsResolver names) {
        try (HttpSender sender = new HttpSender(AddressPolicy.of(allow), names, LIMIT)) {
            URI url = URI.create("http://" + host + ":" + server.getLocalPort() + "/in?x=1");
            return sender.post(url, Map.of("webhook-id", "m-1", "webhook-signature", "v1,abc"), BODY);
        }
    }

    private String post() {
        return post(LOOPBACK, "127.0.0.1", new Names("127.0.0.1"));
    }

    @Test
    void aReceiverGetsHeadersAndBodyAsTheyWereSigned() {
        answering(says("HTTP/1.1 204 No Content\n\n"));
        assertThat(post()).isEmpty();
        assertThat(heard.get(0))
                .startsWith("POST /in?x=1 HTTP/1.1")
                .contains("webhook-id: m-1\r\n", "webhook-signature: v1,abc\r\n", "Content-Type: application/json")
                .endsWith(new String(BODY, StandardCharsets.UTF_8));
    }

    @Test
    void noRedirectIsFollowed() {
        answering(says("HTTP/1.1 307 Temporary Redirect\nLocation: http://127.0.0.1:" + server.getLocalPort()
                + "/other\nContent-Length: 0\n\n"));
        assertThat(post()).isEqualTo("the receiver answered 307; redirects are not followed");
        assertThat(heard).hasSize(1);
    }

    @Test
    void anErrorIsToldAndNothingIsSentAgainByItself() {
        answering(says("HTTP/1.1 503 Busy\nRetry-After: 0\nContent-Length: 0\n\n"));
        assertThat(post()).isEqualTo("the receiver answered 503");
        assertThat(heard).hasSize(1);
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        AtomicInteger written = new AtomicInteger();
        answering(out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            byte[] junk = new byte[1 << 16];
            while (written.addAndGet(junk.length) < 1 << 30) {
                out.write(junk);
            }
        });
        assertThat(post()).isEmpty();
        assertThat(written.get()).as("bytes that the receiver could write").isLessThan(1 << 28);
    }

    @Test
    void headersWithoutEndAreRefused() {
        answering(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100_000; i++) {
                out.write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        assertThat(post()).isNotEmpty().doesNotContain("too slow");
    }

    @Test
    void aReceiverThatTricklesIsCutOff() {
        answering(out -> {
            for (byte letter :
                    "HTTP/1.1 200 OK and so on for ever and ever and ever".getBytes(StandardCharsets.UTF_8)) {
                out.write(letter);
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        });
        long begun = System.nanoTime();
        assertThat(post()).isEqualTo("the receiver was too slow");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aReceiverThatIsAwayIsToldOf() throws IOException {
        server.close();
        assertThat(post()).isNotEmpty();
    }

    @Test
    void anAddressThatIsNotAllowedIsNeverConnectedTo() {
        answering(says("HTTP/1.1 204 No Content\n\n"));
        assertThat(post("", "127.0.0.1", new Names("127.0.0.1"))).contains("127.0.0.1 may not be reached");
        assertThat(post("", "receiver.example", new Names("127.0.0.1"))).contains("127.0.0.1 may not be reached");
        assertThat(post("10.0.0.0/8", "receiver.example", new Names("::ffff:127.0.0.1")))
                .contains("127.0.0.1 may not be reached");
        assertThat(heard).isEmpty();
    }

    @Test
    void aNameWithOnePublicAndOneOtherAddressIsRefusedWhole() {
        answering(says("HTTP/1.1 204 No Content\n\n"));
        assertThat(post("10.0.0.0/8", "receiver.example", new Names("10.0.0.1", "127.0.0.1")))
                .contains("127.0.0.1 may not be reached");
        assertThat(heard).isEmpty();
    }

    @Test
    void aNameThatChangesIsConnectedToWhereItWasJudged() {
        answering(says("HTTP/1.1 204 No Content\n\n"));
        // The first answer may be reached; whoever asks again gets the loopback.
        AtomicInteger asked = new AtomicInteger();
        DnsResolver rebinding = new Names() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                String address = asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2";
                return new InetAddress[] {InetAddress.getByName(address)};
            }
        };
        assertThat(post("127.0.0.1/32", "receiver.example", rebinding)).isEmpty();
        assertThat(asked).hasValue(1);
        assertThat(post("127.0.0.1/32", "receiver.example", rebinding)).contains("127.0.0.2 may not be reached");
        assertThat(heard).hasSize(1);
    }

    @Test
    void httpIsForAddressesThatTheConfigurationNames() {
        assertThat(post("", "receiver.example", new Names("1.1.1.1")))
                .contains("1.1.1.1 may not be reached: http is only for allowed addresses");
    }

    /** Names that all stand for the same addresses. */
    private static class Names implements DnsResolver {
        private final String[] addresses;

        Names(String... addresses) {
            this.addresses = addresses;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
