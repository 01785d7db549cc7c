import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.assay.engine.digest.MerkleTree;
import org.assay.engine.dsse.Keys;
import org.assay.engine.ledger.Checkpoint;

/** Looks after a restart whether what was acknowledged is there, whether anything is there by half, and at the ledger. */
final class Judge {
    private static final HexFormat HEX = HexFormat.of();

    final List<String> lost = new ArrayList<>();
    final List<String> partial = new ArrayList<>();
    final List<String> ledger = new ArrayList<>();

    /** How many entries the ledger has of each kind about each thing. */
    private final Map<String, Integer> entries = new HashMap<>();

    private final List<byte[]> leaves = new ArrayList<>();
    private String from = "";

    /** Judges what was acknowledged since the last time, and everything that is in the ledger since then. */
    void look(Server server, List<Acknowledged> since, Work work) throws InterruptedException {
        grew(server, work.ledger);
        List<JsonNode> more = read(server);
        whole(server, more);
        for (Acknowledged one : since) {
            if (one.kind().equals("audit")) {
                Server.await("the audit " + one.about() + " to end", () -> ended(server, one.path()));
            }
            found(server, one);
        }
        read(server);
        for (Acknowledged one : since) {
            int times = entries.getOrDefault(one.kind() + " " + one.about(), 0);
            if (times == 0) {
                lost.add("no entry in the ledger for " + one);
            }
        }
        active(server, work);
    }

    private static boolean ended(Server server, String path) {
        Server.Answer answer = server.get(path).join();
        return answer.status() != 200 || !answer.body().path("state").asText().equals("running");
    }

    private void found(Server server, Acknowledged one) {
        if (one.path().isEmpty()) {
            return;
        }
        Server.Answer answer = server.get(one.path()).join();
        String wrong = answer.status() == 200 ? one.wrong(answer.body()) : "answered " + answer.status();
        if (!wrong.isEmpty()) {
            lost.add(one.path() + ": " + wrong);
        }
    }

    /** Everything again, at the end. */
    void all(Server server, List<Acknowledged> all) {
        all.forEach(one -> found(server, one));
        JsonNode tokens = server.must(server.get("/tokens?limit=1000"));
        List<String> names = StreamSupport.stream(tokens.path("items").spliterator(), false)
                .map(token -> token.path("name").asText())
                .toList();
        if (tokens.path("nextCursor").asText().isEmpty()) {
            all.stream()
                    .filter(one -> one.kind().equals("token") && !names.contains(one.about()))
                    .forEach(one -> lost.add("the token " + one.about()));
        }
    }

    /** The ledger of before the kill must be a beginning of the one now. */
    private void grew(Server server, Optional<JsonNode> before) {
        if (before.isEmpty()) {
            return;
        }
        JsonNode old = before.get();
        long size = old.path("size").asLong();
        Server.Answer answer = server.get("/ledger/growth/" + size).join();
        if (answer.status() != 200) {
            ledger.add("the ledger no longer has " + size + " entries: " + answer);
            return;
        }
        List<byte[]> hashes = new ArrayList<>();
        answer.body().path("hashes").forEach(hash -> hashes.add(HEX.parseHex(hash.asText())));
        Checkpoint now = opened(answer.body().path("ledger"));
        if (!MerkleTree.verifyConsistency(
                size, HEX.parseHex(old.path("root").asText()), now.size(), now.root(), hashes)) {
            ledger.add("what the ledger was with " + size + " entries is no beginning of it with " + now.size());
        }
    }

    private static Checkpoint opened(JsonNode head) {
        return Checkpoint.open(
                        head.path("checkpoint").asText(), Keys.readPublic(head.path("publicKey").asText()))
                .orElseThrow(() -> new IllegalStateException("the checkpoint is not signed by its key: " + head));
    }

    /** The entries since the last time; a page that was the last is read again, for it may have more by now. */
    private List<JsonNode> read(Server server) {
        List<JsonNode> more = new ArrayList<>();
        JsonNode page;
        do {
            page = server.must(server.get("/ledger/entries?limit=1000" + (from.isEmpty() ? "" : "&cursor=" + from)));
            for (JsonNode entry : page.path("items")) {
                if (entry.path("number").asLong() >= leaves.size()) {
                    more.add(entry);
                    leaves.add(MerkleTree.leaf(entry.path("body").asText().getBytes(StandardCharsets.UTF_8)));
                    entries.merge(entry.path("kind").asText() + " " + entry.path("about").asText(), 1, Integer::sum);
                }
            }
            from = page.path("nextCursor").asText(from);
        } while (page.has("nextCursor"));
        return more;
    }

    /** The root over all entries that were read. */
    void root(Server server) {
        read(server);
        Checkpoint now = opened(server.must(server.get("/ledger")));
        byte[] root = MerkleTree.of(leaves.subList(0, (int) now.size())).root();
        if (!Arrays.equals(root, now.root())) {
            ledger.add("the entries do not make the root of the checkpoint");
        }
    }

    /** What the ledger says happened can be read, whether it was acknowledged or not. */
    private void whole(Server server, List<JsonNode> more) {
        boolean facts = false;
        for (JsonNode entry : more) {
            if (entry.path("kind").asText().equals("audit")) {
                readable(server, "/audits/" + entry.path("about").asText());
            } else if (entry.path("kind").asText().equals("snapshot")) {
                facts = true;
                readable(server, "/networks/" + Work.NETWORK + "/snapshots/" + entry.path("about").asText());
            }
        }
        if (facts) {
            judged(server);
        }
    }

    private void readable(Server server, String path) {
        Server.Answer answer = server.get(path).join();
        boolean audit = path.startsWith("/audits");
        if (answer.status() != 200) {
            partial.add("the ledger has it, and " + path + " answers " + answer.status());
        } else if (audit) {
            Server.Answer page = server.get(path + "/findings?limit=50").join();
            if (page.status() != 200
                    || page.body().path("total").asLong() != answer.body().path("findings").asLong()) {
                partial.add(path + " says " + answer.body().path("findings") + " findings, its list " + page.status()
                        + " " + page.body().path("total"));
            }
        }
    }

    /** The facts of the newest snapshot are whole: they can be judged. */
    private void judged(Server server) {
        String request = "{\"network\":\"" + Work.NETWORK + "\",\"regimes\":[\"" + Work.REGIME + "\"],\"asOf\":\"2026-11-21\"}";
        Server.Answer answer = server.post("/audits", request).join();
        if (answer.status() / 100 != 2) {
            partial.add("an audit of the newest snapshot answered " + answer);
        }
    }

    private void active(Server server, Work work) {
        String now = server.must(server.get("/regimes/" + Work.REGIME)).at("/current/version").asText();
        boolean expected = now.equals(work.active) || work.underWay.filter(now::equals).isPresent();
        if (!expected) {
            lost.add("active is " + now + ", acknowledged " + work.active + ", under way " + work.underWay);
        }
        work.active = now;
    }
}
