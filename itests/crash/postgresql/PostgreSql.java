import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code PostgreSql FILE}: a server that writes its URL to a file and ends when its input does. */
final class PostgreSql {
    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            Path file = Path.of(args[0]);
            Path aside = file.resolveSibling("url.new");
            Files.writeString(aside, server.getJdbcUrl("postgres", "postgres"));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            while (System.in.read() >= 0) {
                // until it is closed
            }
        }
    }
}
