import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * {@code PostgreSql FOLDER FILE}: a server with its data in FOLDER that writes its URL to FILE and ends when its input does.
 * It obeys {@code stop}, which is as if its machine failed, and {@code start}, and says so when it is done.
 */
final class PostgreSql {
    private final Path folder;
    private EmbeddedPostgres server;
    private int port;

    private PostgreSql(Path folder) throws IOException {
        this.folder = folder;
        this.server = builder().start();
    }

    public static void main(String[] args) throws Exception {
        PostgreSql own = new PostgreSql(Path.of(args[0]));
        Path file = Path.of(args[1]);
        Path aside = file.resolveSibling("url.new");
        Files.writeString(aside, own.server.getJdbcUrl("postgres", "postgres"));
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            own.obey(order);
            System.out.println(order + " done");
        }
        own.server.close();
    }

    /** A test server forces nothing to disk unless it is told to. */
    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    private void obey(String order) throws IOException, InterruptedException {
        if (order.equals("stop")) {
            long postmaster = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
            // SIGQUIT: at once, without a word to clients and without a checkpoint; the next start recovers.
            new ProcessBuilder("kill", "-QUIT", String.valueOf(postmaster)).inheritIO().start().waitFor();
            ProcessHandle.of(postmaster).ifPresent(process -> process.onExit().join());
            port = server.getPort();
            server.close(); // gives up its lock on the folder
        } else if (order.equals("start")) {
            server = builder().setPort(port).start();
        } else {
            throw new IllegalArgumentException("stop or start, not " + order);
        }
    }
}
