import java.nio.file.Path;

/** {@code Leak HOME DATA PORT}: many swaps and updates; then the VM itself says which classes and loaders it holds. */
final class Leak {
    private static final int SWAPS = 100;
    private static final int UPDATES = 50;
    /** What the VM makes by itself as it warms up (lambdas, accessors) is no leak of ours: one in a hundred classes. */
    private static final double MAY_GROW = 0.01;

    private final Server server;
    private final Bench bench;
    private int version;

    private Leak(Server server, Bench bench) {
        this.server = server;
        this.bench = bench;
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        System.exit(run(home, Path.of(args[1]), Integer.parseInt(args[2])) ? 0 : 1);
    }

    private static boolean run(Path home, Path data, int port) throws Exception {
        try (Server server = new Server(home, data, port)) {
            return new Leak(server, new Bench(server, home)).run();
        }
    }

    private boolean run() throws Exception {
        change(20, 10);
        Heap before = Heap.of(server);
        System.out.println("after a warm-up of 20 swaps and 10 updates: " + before);
        change(SWAPS, UPDATES);
        Heap after = Heap.of(server);
        System.out.println("after " + SWAPS + " swaps and " + UPDATES + " updates more: " + after);
        System.out.printf(
                "{\"swaps\":%d,\"updates\":%d,\"classesBefore\":%d,\"classesAfter\":%d,\"bundleLoadersBefore\":%d,"
                        + "\"bundleLoadersAfter\":%d,\"regimeLoadersAlive\":%d,\"oldRegimeLoaders\":%d,"
                        + "\"heapMbBefore\":%d,\"heapMbAfter\":%d}%n",
                SWAPS,
                UPDATES,
                before.classes(),
                after.classes(),
                before.bundleLoaders(),
                after.bundleLoaders(),
                after.regimeLoaders(),
                after.regimeLoaders() - 1,
                before.bytes() >> 20,
                after.bytes() >> 20);
        return after.regimeLoaders() == 1
                && after.bundleLoaders() <= before.bundleLoaders()
                && after.classes() <= before.classes() * (1 + MAY_GROW);
    }

    /** Swaps, each followed by an audit, with updates spread evenly among them. */
    private void change(int swaps, int updates) throws Exception {
        for (int swap = 0; swap < swaps; swap++) {
            bench.swap();
            bench.requireActive("after a swap");
            if (swap % (swaps / updates) == 0) {
                server.update(Bench.CYCLED, "1.0." + ++version);
                bench.requireActive("after an update");
            }
        }
    }
}
