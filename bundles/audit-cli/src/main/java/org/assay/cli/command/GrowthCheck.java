package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.engine.digest.MerkleTree;
import org.assay.engine.ledger.Checkpoint;

/**
 * Holds two signed checkpoints of a ledger against each other: that nothing of the earlier one was changed or taken out. Needs no
 * server.
 *
 * @param older the file with the earlier checkpoint
 * @param proof the file with what the server answered to the earlier size, which has the later checkpoint
 * @param keys the ledger's keys; of several nodes each signs with its own
 */
record GrowthCheck(Path older, Path proof, List<PublicKey> keys) {
    private static final int MOST_BYTES = 1_000_000;

    /** The checkpoints, if the later one continues the earlier. */
    record Grown(Checkpoint from, Checkpoint to) {}

    /**
     * Checks it.
     *
     * @throws CliException with what does not hold
     */
    Grown check() {
        Checkpoint from = checkpoint(text(older), older);
        JsonNode answer = json();
        Checkpoint to = checkpoint(answer.path("ledger").path("checkpoint").asText(), proof);
        if (!from.origin().equals(to.origin())) {
            throw wrong("the checkpoints are of two ledgers, " + from.origin() + " and " + to.origin());
        }
        if (from.size() > to.size()) {
            throw wrong("the earlier checkpoint has " + from.size() + " entries, the later one only " + to.size());
        }
        if (!MerkleTree.verifyConsistency(from.size(), from.root(), to.size(), to.root(), hashes(answer))) {
            throw wrong("the " + to.size() + " entries do not begin with the " + from.size()
                    + " of the earlier checkpoint, or the proof was made for others");
        }
        return new Grown(from, to);
    }

    private Checkpoint checkpoint(String note, Path file) {
        return keys.stream()
                .flatMap(key -> Checkpoint.open(note, key).stream())
                .findFirst()
                .orElseThrow(() -> wrong(file + " has no checkpoint that was signed by the key"));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(file + " is too large to be one");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CliException(ExitCode.BAD_INPUT, "cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    private JsonNode json() {
        try {
            return Optional.ofNullable(new ObjectMapper().readTree(text(proof))).orElseThrow();
        } catch (IOException broken) {
            throw wrong(proof + " is no answer of GET /ledger/growth: it is no JSON");
        }
    }

    private List<byte[]> hashes(JsonNode answer) {
        List<byte[]> hashes = new ArrayList<>();
        try {
            answer.path("hashes").forEach(hash -> hashes.add(HexFormat.of().parseHex(hash.asText())));
        } catch (IllegalArgumentException none) {
            throw wrong(proof + " has a hash that is none: " + none.getMessage());
        }
        return hashes;
    }

    private static CliException wrong(String why) {
        return new CliException(ExitCode.BAD_INPUT, "It is NOT shown that the ledger only grew: " + why);
    }
}
