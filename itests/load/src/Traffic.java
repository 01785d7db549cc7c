import com.fasterxml.jackson.databind.JsonNode;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Fifty requests a second, sent on time whether the earlier ones have been answered or not; judges every answer. */
final class Traffic {
    private static final long EVERY_MILLIS = 20;

    final AtomicLong sent = new AtomicLong();
    final AtomicLong answered = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
    final AtomicLong mixed = new AtomicLong();
    final AtomicLong absent = new AtomicLong();
    final Queue<Long> millis = new ConcurrentLinkedQueue<>();
    final Queue<String> notes = new ConcurrentLinkedQueue<>();
    private final Bench bench;
    private final Server server;
    private final AtomicReference<JsonNode> lastSteady = new AtomicReference<>();
    private final AtomicReference<JsonNode> lastCycled = new AtomicReference<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Traffic(Bench bench) {
        this.bench = bench;
        this.server = bench.server;
        lastSteady.set(bench.audit(Bench.STEADY));
        lastCycled.set(bench.audit(Bench.CYCLED));
    }

    void start() {
        clock.scheduleAtFixedRate(this::send, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(5, TimeUnit.SECONDS);
        Server.await("the last answers", () -> answered.get() == sent.get());
    }

    private void send() {
        long number = sent.getAndIncrement();
        long begun = System.nanoTime();
        CompletableFuture<Boolean> judged;
        switch ((int) (number % 10)) {
            case 0, 1 -> judged = server.get("/regimes").thenApply(this::listsTheSteadyOne);
            case 2 -> judged = server.get("/regimes/" + Bench.STEADY).thenApply(a -> a.status() == 200);
            case 3 -> judged = server.post("/audits", bench.request(Bench.STEADY)).thenApply(a -> audit(a, lastSteady));
            case 4, 5, 6 -> judged = findings(lastSteady.get());
            case 7 -> judged = server.get("/regimes/" + Bench.CYCLED).thenApply(a -> thereOr(a, 404, "unknown-regime"));
            case 8 -> judged = server.post("/audits", bench.request(Bench.CYCLED)).thenApply(this::auditOrAbsent);
            default -> judged = findings(lastCycled.get());
        }
        judged.whenComplete((well, broken) -> {
            millis.add((System.nanoTime() - begun) / 1_000_000);
            if (broken != null || !well) {
                failed.incrementAndGet();
                note("request " + number + " of kind " + number % 10 + " failed: " + broken);
            }
            answered.incrementAndGet();
        });
    }

    private boolean listsTheSteadyOne(Server.Answer answer) {
        for (JsonNode regime : answer.body().path("items")) {
            if (regime.path("id").asText().equals(Bench.STEADY)) {
                return answer.status() == 200 && regime.path("available").asBoolean();
            }
        }
        return false;
    }

    private boolean audit(Server.Answer answer, AtomicReference<JsonNode> last) {
        if (answer.status() / 100 != 2) {
            note("audit answered " + answer);
            return false;
        }
        if (!bench.isWhole(answer.body())) {
            mixed.incrementAndGet();
            note("mixed audit " + answer.body());
        }
        last.set(answer.body());
        return true;
    }

    private boolean auditOrAbsent(Server.Answer answer) {
        return answer.status() / 100 == 2 ? audit(answer, lastCycled) : thereOr(answer, 409, "regime-not-installed");
    }

    /** There, or the one documented problem of a regime that is not. */
    private boolean thereOr(Server.Answer answer, int status, String problem) {
        if (answer.status() == status && answer.problem().equals(problem)) {
            absent.incrementAndGet();
            return true;
        }
        if (answer.status() != 200) {
            note("answered " + answer);
        }
        return answer.status() == 200;
    }

    /** An audit's findings equal the count that it gave, also when its regime has gone since. */
    private CompletableFuture<Boolean> findings(JsonNode audit) {
        long expected = audit.path("regimes").path(0).path("findings").asLong();
        return server.get("/audits/" + audit.path("id").asText() + "/findings?limit=20").thenApply(answer -> {
            if (answer.status() == 200 && answer.body().path("total").asLong() != expected) {
                mixed.incrementAndGet();
                note("mixed findings " + answer.body().path("total") + ", not " + expected);
            }
            return answer.status() == 200;
        });
    }

    private void note(String text) {
        if (notes.size() < 20) {
            notes.add(text);
        }
    }
}
