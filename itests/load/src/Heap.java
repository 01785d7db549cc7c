import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the heap of a server holds after a collection, as its VM says. */
record Heap(long classes, long bundleLoaders, long regimeLoaders, long bytes) {
    /** After two collections. */
    static Heap of(Server server) throws Exception {
        jcmd(server, "GC.run");
        jcmd(server, "GC.run");
        String histogram = jcmd(server, "GC.class_histogram");
        String counters = jcmd(server, "PerfCounter.print");
        String loaders = jcmd(server, "VM.classloaders", "show-classes");
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

    private static String jcmd(Server server, String... words) throws IOException, InterruptedException {
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
