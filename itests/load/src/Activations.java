import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code Activations HOME DATA PORT COUNT}: a pack is swapped over and over under traffic. */
final class Activations {
    private static final int WARM = 50;

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        System.exit(run(home, Path.of(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3])) ? 0 : 1);
    }

    private static boolean run(Path home, Path data, int port, int count) throws Exception {
        try (Server server = new Server(home, data, port)) {
            Bench bench = new Bench(server, home);
            Traffic traffic = new Traffic(bench);
            traffic.start();
            swap(bench, WARM);
            Heap before = Heap.of(server);
            Instant begun = Instant.now();
            int done = swap(bench, count);
            Duration time = Duration.between(begun, Instant.now());
            traffic.stop();
            List<Long> millis = traffic.millis.stream().sorted().toList();
            traffic.notes.forEach(System.out::println);
            Heap after = Heap.of(server);
            System.out.printf(
                    "{\"activations\":%d,\"requests\":%d,\"failed\":%d,\"mixed\":%d,\"millisEach\":%d,\"medianAnswerMillis\":%d,"
                            + "\"classesBefore\":%d,\"classesAfter\":%d,\"heapMbBefore\":%d,\"heapMbAfter\":%d}%n",
                    done,
                    traffic.sent.get(),
                    traffic.failed.get(),
                    traffic.mixed.get(),
                    time.toMillis() / Math.max(1, done),
                    millis.get(millis.size() / 2),
                    before.classes(),
                    after.classes(),
                    before.bytes() >> 20,
                    after.bytes() >> 20);
            return traffic.failed.get() + traffic.mixed.get() == 0 && done == count;
        }
    }

    private static int swap(Bench bench, int count) {
        int done = 0;
        for (; done < count; done++) {
            bench.swap();
            bench.requireActive("after activation " + done);
        }
        return done;
    }
}
