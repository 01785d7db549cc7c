import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Leak HOME DATA PORT}: many swaps and updates; then the VM itself says which classes and loaders it holds. */
final class Leak {
    private static final int SWAPS = 100;
    private static final int UPDATES = 50;
    /** What the VM makes by itself as it warms up (lambdas, accessors) is no leak of ours: one in a hundred classes. */
    private static final double MAY_GROW = 0.01;

    /** What the heap holds after a collection. */
    private record Heap(long classes, long bundleLoaders, long regimeLoaders, long bytes) {}

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
        Heap before = heap();
        System.out.println("after a warm-up of 20 swaps and 10 updates: " + before);
        change(SWAPS, UPDATES);
        Heap after = heap();
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

    private Heap heap() throws Exception {
        jcmd("GC.run");
        jcmd("GC.run");
        String histogram = jcmd("GC.class_histogram");
        String counters = jcmd("PerfCounter.print");
        String loaders = jcmd("VM.classloaders", "show-classes");
        return new Heap(
                number(counters, "java.cls.loadedClasses=(\\d+)") - number(counters, "java.cls.unloadedClasses=(\\d+)"),
                number(histogram, "(\\d+) +\\d+ +org\\.apache\\.felix\\.framework\\.BundleWiringImpl\\$BundleClassLoader\\s"),
                Pattern.compile("org\\.assay\\.regime\\.debsi\\.internal\\.\\w+Regime\\b")
                        .matcher(loaders)
                        .results()
                        .count(),
                number(histogram, "Total +\\d+ +(\\d+)"));
    }

    private static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the VM does not tell " + pattern);
        }
        return Long.parseLong(matcher.group(1));
    }

    private String jcmd(String... words) throws IOException, InterruptedException {
        String[] command = new String[words.length + 2];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        command[1] = String.valueOf(server.pid());
        System.arraycopy(words, 0, command, 2, words.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }
}
