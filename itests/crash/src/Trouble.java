import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code Trouble HOME DATA PORT disk|database SEED WORK}: the same work as between kills, while what keeps it fails and comes
 * back. The virtual machine lives on all the time, and nobody lends it a hand.
 */
final class Trouble {
    private static final int MUCH = 25;
    private static final String CHEAP = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final Path data;
    private final Failing failing;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Work work;
    private final Judge judge = new Judge();
    private final List<Acknowledged> all = new ArrayList<>();

    /** What fails. */
    interface Failing {
        /** What every refusal says. */
        String problem();

        int status();

        void fail() throws Exception;

        void mend() throws Exception;

        /** How long it is away at least. */
        Duration lasting();
    }

    private Trouble(Path home, Path data, Failing failing, long seed) {
        this.data = data;
        this.failing = failing;
        this.work = new Work(home, seed, this::isHonest);
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Path data = Path.of(args[1]);
        Failing failing = args[3].equals("disk") ? new FullDisk(data) : new LostDatabase(Path.of(args[5]));
        Trouble trouble = new Trouble(home, data, failing, Long.parseLong(args[4]));
        System.exit(trouble.run(new Server(home, data, Integer.parseInt(args[2]), CHEAP), args[3]) ? 0 : 1);
    }

    private boolean run(Server server, String what) throws Exception {
        work.prepare(server);
        List<Thread> clients = work.begin(server, 0);
        Server.await("work to be done", () -> work.acknowledged.size() >= MUCH);
        failing.fail();
        Instant begun = Instant.now();
        Server.await("refusals", () -> refusals.get() >= MUCH);
        health(server);
        once(server, failing.status());
        Duration left = Duration.between(Instant.now(), begun.plus(failing.lasting()));
        Thread.sleep(Math.max(0, left.toMillis()));
        int before = work.acknowledged.size();
        failing.mend();
        Instant mended = Instant.now();
        Server.await("work to go on by itself", () -> work.acknowledged.size() > before);
        Duration until = Duration.between(mended, Instant.now());
        Server.await("as much work as before", () -> work.acknowledged.size() >= before + MUCH);
        once(server, 201);
        work.enough = true;
        for (Thread client : clients) {
            client.join();
        }
        all.addAll(work.acknowledged);
        judge.look(server, all, work);
        judge.all(server, all);
        judge.root(server);
        server.close();
        return report(what, until);
    }

    /** Told why, and when to come again. */
    private boolean isHonest(Server.Answer answer) {
        if (answer.status() != failing.status() && answer.status() != 503) {
            return false;
        }
        refusals.incrementAndGet();
        boolean told = List.of("store-away", failing.problem()).contains(answer.problem());
        if (!told || answer.retryAfter().isEmpty() || answer.body().path("remedy").asText().isEmpty()) {
            wrong.add("refused without a reason, what to do or when to ask again: " + answer);
        }
        return true;
    }

    private void health(Server server) {
        if (server.get("/health/live").join().status() != 200) {
            wrong.add("it does not live");
        }
        Server.Answer ready = server.get("/health/ready").join();
        boolean says = false;
        for (var check : ready.body().path("checks")) {
            String name = check.path("name").asText();
            says |= List.of("store", "room").contains(name) && !check.path("well").asBoolean();
        }
        if (!says) {
            wrong.add("its health does not say what fails: " + ready);
        }
    }

    /** One call with a key: refused once, it is not taken for under way for ever. */
    private void once(Server server, int status) {
        byte[] body = "{\"id\":\"asked-again\",\"name\":\"Asked again\",\"country\":\"DE\"}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Server.Answer answer =
                server.send("PUT", "/networks/asked-again", body, "one-key").join();
        boolean refused = status != 201 && isHonest(answer);
        if (answer.status() != 201 && !refused) {
            wrong.add("a call with a key answered " + answer + ", not " + status);
        }
    }

    private boolean report(String what, Duration until) {
        List.of(judge.lost, judge.partial, judge.ledger, wrong, work.refused).forEach(list -> list.stream()
                .limit(20)
                .forEach(System.out::println));
        System.out.printf(
                "{\"what\":\"%s\",\"acknowledged\":%d,\"refused\":%d,\"wronglyRefused\":%d,\"goesOnAfterMs\":%d,"
                        + "\"lost\":%d,\"partial\":%d,\"ledgerOk\":%b}%n",
                what,
                all.size(),
                refusals.get(),
                wrong.size() + work.refused.size(),
                until.toMillis(),
                judge.lost.size(),
                judge.partial.size(),
                judge.ledger.isEmpty());
        return judge.lost.size() + judge.partial.size() + judge.ledger.size() + wrong.size() + work.refused.size() == 0;
    }

    /** The rest of the disk is taken by a file. */
    private record FullDisk(Path data) implements Failing {
        @Override
        public String problem() {
            return "store-full";
        }

        @Override
        public int status() {
            return 507;
        }

        @Override
        public void fail() throws InterruptedException {
            byte[] block = new byte[1 << 16];
            try (var out = Files.newOutputStream(ballast())) {
                while (true) {
                    out.write(block);
                    Thread.sleep(1); // as disks fill up: not all of it between two writes of the service
                }
            } catch (IOException full) {
                System.out.println("the disk is full: " + full.getMessage());
            }
        }

        @Override
        public void mend() throws IOException {
            Files.delete(ballast());
        }

        @Override
        public Duration lasting() {
            return Duration.ofSeconds(5);
        }

        private Path ballast() {
            return data.resolve("ballast");
        }
    }

    /** The database's machine fails, and comes back after half a minute. */
    private record LostDatabase(Path folder) implements Failing {
        @Override
        public String problem() {
            return "store-away";
        }

        @Override
        public int status() {
            return 503;
        }

        @Override
        public void fail() throws Exception {
            order("stop");
        }

        @Override
        public void mend() throws Exception {
            order("start");
        }

        @Override
        public Duration lasting() {
            return Duration.ofSeconds(30);
        }

        private void order(String order) throws Exception {
            Files.writeString(folder.resolve("orders"), order + "\n", java.nio.file.StandardOpenOption.WRITE);
            Server.await("the database to " + order, () -> done(order));
        }

        private boolean done(String order) {
            try {
                return Files.readString(folder.resolve("postgresql.out")).contains(order + " done");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
