import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** {@code Crash HOME DATA PORT KILLS DATABASE SEED}: work, kill -9, start, look; as often as asked. */
final class Crash {
    private static final int MOST_BETWEEN = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SPREAD_MILLIS = 150;
    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("minutes", 24 * 60));

    /**
     * Most of what a kill costs is the next start: what pays off in long runs only is left out. Neither what is written nor
     * when it is forced to disk depends on it.
     */
    private static final String CHEAP_START =
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-BytecodeVerificationRemote";


    private final Path home;
    private final Path data;
    private final int port;
    private final Work work;
    private final Judge judge = new Judge();
    private final Random random;
    private final List<Acknowledged> all = new ArrayList<>();
    private Duration slowestStart = Duration.ZERO;
    private Duration processor = Duration.ZERO;
    private int kills;

    private Crash(Path home, Path data, int port, long seed) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.work = new Work(home, seed);
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[5]);
        Crash crash = new Crash(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), seed);
        System.out.println("seed " + seed);
        crash.run(Integer.parseInt(args[3]));
        System.exit(crash.report(args[4]) ? 0 : 1);
    }

    /** Ends when as many kills as wanted were made, or when its time is over. */
    private void run(int wanted) throws Exception {
        Instant end = Instant.now().plus(TIME);
        Server server = new Server(home, data, port, CHEAP_START);
        work.prepare(server);
        while (kills < wanted && Instant.now().isBefore(end)) {
            List<Thread> clients = work.begin(server, kills);
            someTime();
            processor = processor.plus(server.processorTime());
            server.kill();
            kills++;
            for (Thread client : clients) {
                client.join();
            }
            Instant begun = Instant.now();
            server = new Server(home, data, port, CHEAP_START);
            Duration start = Duration.between(begun, Instant.now());
            slowestStart = start.compareTo(slowestStart) > 0 ? start : slowestStart;
            look(server);
        }
        judge.all(server, all);
        judge.root(server);
        server.kill();
    }

    /** A random moment, counted in work done, so that a busy machine does as much of it between two kills as an idle one. */
    private void someTime() throws InterruptedException {
        int enough = random.nextInt(MOST_BETWEEN);
        Instant end = Instant.now().plus(PATIENCE);
        while (work.acknowledged.size() < enough && Instant.now().isBefore(end)) {
            Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(SPREAD_MILLIS));
    }

    private void look(Server server) throws InterruptedException {
        List<Acknowledged> since = new ArrayList<>();
        for (Acknowledged one = work.acknowledged.poll(); one != null; one = work.acknowledged.poll()) {
            since.add(one);
        }
        all.addAll(since);
        judge.look(server, since, work);
        System.out.printf("kill %d: %d acknowledged, %d since%n", kills, all.size(), since.size());
    }

    private boolean report(String database) {
        List.of(judge.lost, judge.partial, judge.ledger).forEach(list -> list.forEach(System.out::println));
        work.refused.stream().limit(20).forEach(line -> System.out.println("refused: " + line));
        System.out.printf(
                "{\"db\":\"%s\",\"kills\":%d,\"acknowledged\":%d,\"lost\":%d,\"partial\":%d,\"ledgerOk\":%b,"
                        + "\"refused\":%d,\"slowestStartMs\":%d,\"cpuSecondsPerKill\":%.1f}%n",
                database,
                kills,
                all.size(),
                judge.lost.size(),
                judge.partial.size(),
                judge.ledger.isEmpty(),
                work.refused.size(),
                slowestStart.toMillis(),
                processor.toMillis() / 1000.0 / Math.max(1, kills));
        return judge.lost.size() + judge.partial.size() + judge.ledger.size() + work.refused.size() == 0;
    }
}
