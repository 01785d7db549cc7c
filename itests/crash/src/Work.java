import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Clients that change things until the server is gone, and remember what they were told is done. */
final class Work {
    static final String REGIME = "de-bsi";
    static final String OTHER = "uk-ncsc";
    static final String NETWORK = "rheinfunk";
    private static final int CLIENTS = 3;

    final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger names = new AtomicInteger();
    private final Path home;
    private final long seed;
    private final List<String> versions = new ArrayList<>();

    /** The version that was acknowledged as active last, and the one that may be, if an activation was under way. */
    volatile String active = "";

    volatile Optional<String> underWay = Optional.empty();

    /** The ledger as it was acknowledged last. */
    volatile Optional<JsonNode> ledger = Optional.empty();

    /** What may be refused, beside one of two additions at once. */
    private final Predicate<Server.Answer> expected;

    Work(Path home, long seed) {
        this(home, seed, answer -> false);
    }

    Work(Path home, long seed, Predicate<Server.Answer> expected) {
        this.home = home;
        this.seed = seed;
        this.expected = expected;
    }

    /** What must be there before the first kill. */
    void prepare(Server server) throws IOException {
        for (String regime : List.of(REGIME, OTHER)) {
            JsonNode view = server.must(server.post("/regimes", "{\"id\":\"" + regime + "\"}"));
            if (regime.equals(REGIME)) {
                active = view.at("/current/version").asText();
            }
        }
        String network = "{\"id\":\"" + NETWORK + "\",\"name\":\"Rheinfunk\",\"country\":\"DE\"}";
        server.must(server.send("PUT", "/networks/" + NETWORK, network.getBytes(StandardCharsets.UTF_8)));
        acknowledged.add(Acknowledged.snapshot(server.must(server.post("/networks/" + NETWORK + "/snapshots", facts(0)))));
        try (var files = Files.walk(home.resolve("examples/packs/" + REGIME))) {
            Path file = files.filter(some -> some.toString().endsWith(".dsse.json")).findFirst().orElseThrow();
            JsonNode staged = server.must(server.send("POST", "/regimes/" + REGIME + "/packs", Files.readAllBytes(file)));
            versions.add(active);
            versions.add(staged.path("version").asText());
        }
    }

    /** Ends the threads. */
    volatile boolean enough;

    /** Begins; the threads end by themselves when the server is gone. */
    List<Thread> begin(Server server, int round) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(seed * 1_000_003 + round * 31L + i);
            threads.add(new Thread(() -> untilGone(() -> step(server, random))));
        }
        threads.add(new Thread(() -> untilGone(() -> swap(server))));
        threads.forEach(Thread::start);
        return threads;
    }

    private void untilGone(Runnable step) {
        try {
            while (!enough) {
                step.run();
            }
        } catch (CompletionException gone) {
            // no answer: whether it was done is not known, and nobody was told
        }
    }

    private void step(Server server, Random random) {
        int number = names.incrementAndGet();
        switch (random.nextInt(6)) {
            case 0 -> done(server.post("/networks/" + NETWORK + "/snapshots", facts(number)).join())
                    .map(Acknowledged::snapshot)
                    .ifPresent(acknowledged::add);
            case 1 -> done(server.post("/networks/" + NETWORK + "/evidence", evidence(number)).join())
                    .map(Acknowledged::snapshot)
                    .ifPresent(acknowledged::add);
            case 2, 3 -> audit(server, "[\"" + REGIME + "\"]");
            case 4 -> audit(server, "[\"" + REGIME + "\",\"" + OTHER + "\"]");
            default -> {
                String name = "client-" + number;
                done(server.post("/tokens", "{\"name\":\"" + name + "\"}").join())
                        .ifPresent(made -> acknowledged.add(Acknowledged.token(name)));
            }
        }
        done(server.get("/ledger").join()).ifPresent(this::remember);
    }

    private synchronized void remember(JsonNode head) {
        if (ledger.map(known -> known.path("size").asLong() < head.path("size").asLong()).orElse(true)) {
            ledger = Optional.of(head);
        }
    }

    private void audit(Server server, String regimes) {
        String request = "{\"network\":\"" + NETWORK + "\",\"regimes\":" + regimes + ",\"asOf\":\"2026-11-21\"}";
        done(server.post("/audits", request).join()).map(Acknowledged::audit).ifPresent(acknowledged::add);
    }

    private void swap(Server server) {
        String next = versions.get(active.equals(versions.get(0)) ? 1 : 0);
        String how = next.equals(versions.get(0)) ? "rollback" : "activate";
        underWay = Optional.of(next);
        String path = "/regimes/" + REGIME + "/packs/" + next + "/" + how;
        Server.Answer answer = server.post(path, "{}").join();
        done(answer).ifPresent(done -> active = next);
        if (answer.status() / 100 == 5) {
            look(server, next);
        }
        underWay = Optional.empty();
    }

    /** Nobody was told whether it was done: both are right, until somebody can be asked. */
    private void look(Server server, String next) {
        Server.Answer answer = server.get("/regimes/" + REGIME).join();
        while (expected.test(answer) && !enough) {
            pause();
            answer = server.get("/regimes/" + REGIME).join();
        }
        String now = answer.body().at("/current/version").asText();
        if (now.equals(next)) {
            active = next;
        } else if (!now.equals(active)) {
            refused.add("active is " + now + ", neither " + active + " nor " + next);
        }
    }

    /** What a call answered, if it was done; a refusal is noted: none is expected but that of two additions at once. */
    private Optional<JsonNode> done(Server.Answer answer) {
        if (answer.status() / 100 == 2) {
            return Optional.of(answer.body());
        }
        if (!answer.problem().equals("snapshot-changed") && !expected.test(answer)) {
            refused.add(answer.status() + " " + answer.body());
        }
        if (answer.status() / 100 == 5) {
            pause();
        }
        return Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The example with one other release, so that each snapshot is a new one. */
    private String facts(int number) {
        try {
            JsonNode document = Server.JSON.readTree(home.resolve("examples/de-rheinfunk.json").toFile());
            ((ObjectNode) document.at("/components/0/software")).put("version", "7.10." + number);
            return document.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String evidence(int number) {
        return "{\"evidence\":[{\"id\":\"crash-" + number + "\",\"kind\":\"installationRecord\",\"holder\":\"rheinfunk\","
                + "\"issued\":\"2023-11-10\",\"scope\":{\"components\":[\"caas-cgn\"]}}]}";
    }
}
