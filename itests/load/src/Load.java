import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code Load HOME DATA PORT}: traffic from outside while a regime is installed, swapped, updated and removed. */
final class Load {
    private static final int CYCLES = 20;
    private static final Duration AT_LEAST = Duration.ofSeconds(60);

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        System.exit(run(home, Path.of(args[1]), Integer.parseInt(args[2])) ? 0 : 1);
    }

    private static boolean run(Path home, Path data, int port) throws Exception {
        try (Server server = new Server(home, data, port)) {
            Bench bench = new Bench(server, home);
            Traffic traffic = new Traffic(bench);
            server.probe("mark");
            Instant begun = Instant.now();
            traffic.start();
            int cycles = cycles(bench);
            Duration left = AT_LEAST.minus(Duration.between(begun, Instant.now()));
            Thread.sleep(cycles < CYCLES ? 0 : Math.max(0, left.toMillis()));
            traffic.stop();
            report(traffic, Duration.between(begun, Instant.now()));
            String restarts = server.probe("restarts");
            System.out.println("bundles that are no regime, events: " + restarts);
            String count = restarts.split(" ")[0];
            System.out.printf(
                    "{\"requests\":%d,\"failed\":%d,\"mixed\":%d,\"cycles\":%d,\"coreRestarts\":%s}%n",
                    traffic.sent.get(), traffic.failed.get(), traffic.mixed.get(), cycles, count);
            return traffic.failed.get() + traffic.mixed.get() == 0 && cycles == CYCLES && count.equals("0");
        }
    }

    private static void report(Traffic traffic, Duration time) {
        List<Long> millis = traffic.millis.stream().sorted().toList();
        traffic.notes.forEach(System.out::println);
        System.out.printf(
                "%d requests in %d s; answered in %d ms (median), %d ms (99 of 100), %d ms (slowest); %d found the"
                        + " regime absent%n",
                traffic.sent.get(),
                time.toSeconds(),
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.get(millis.size() - 1),
                traffic.absent.get());
    }

    private static int cycles(Bench bench) throws Exception {
        int done = 0;
        try {
            for (; done < CYCLES; done++) {
                cycle(bench, done);
                System.out.println("cycle " + (done + 1) + " done, active: " + bench.active);
            }
        } catch (RuntimeException e) {
            System.out.println("cycle " + (done + 1) + " failed: " + e.getMessage());
        }
        return done;
    }

    private static void cycle(Bench bench, int number) throws Exception {
        Server server = bench.server;
        bench.install();
        bench.requireActive("after the installation");
        bench.swap();
        bench.requireActive("after the swap");
        server.update(Bench.CYCLED, "1.0." + (number + 1));
        bench.requireActive("after the update of the bundle");
        if (number % 2 == 0) {
            server.must(server.post("/regimes", "{\"id\":\"" + Bench.OTHER + "\"}"));
        } else {
            server.must(server.send("DELETE", "/regimes/" + Bench.OTHER, new byte[0]));
        }
        bench.requireActive("after another regime came or went");
        server.must(server.send("DELETE", "/regimes/" + Bench.CYCLED, new byte[0]));
        Server.Answer gone = server.post("/audits", bench.request(Bench.CYCLED)).join();
        if (gone.status() != 409 || !gone.problem().equals("regime-not-installed")) {
            throw new IllegalStateException("an audit by the removed regime answered " + gone);
        }
    }
}
