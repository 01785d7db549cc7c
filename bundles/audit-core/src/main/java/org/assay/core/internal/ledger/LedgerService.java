package org.assay.core.internal.ledger;

import java.security.KeyPair;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.assay.core.Ledger;
import org.assay.core.NotFoundException;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.internal.util.Cursors;
import org.assay.core.store.LedgerRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.digest.MerkleTree;
import org.assay.engine.dsse.Keys;
import org.assay.engine.ledger.Checkpoint;

/** The ledger, read and proved. */
public final class LedgerService implements Ledger {
    private static final HexFormat HEX = HexFormat.of();

    private final Store store;
    private final KeyPair key;
    private final String publicKey;
    private final Leaves leaves = new Leaves();

    /**
     * Makes the ledger if there is none.
     *
     * @param key signs checkpoints
     */
    public LedgerService(Store store, KeyPair key) {
        this.store = store;
        this.key = key;
        this.publicKey = Keys.pem(key.getPublic());
        if (store.read(tx -> tx.ledger().origin()).isEmpty()) {
            store.write(LedgerService::create);
        }
    }

    private static boolean create(Transaction tx) {
        if (tx.ledger().origin().isEmpty()) {
            tx.ledger().create("assay/" + UUID.randomUUID());
        }
        return true;
    }

    @Override
    public Head head() {
        return lasting(tx -> head(tx, leaves.tree(tx)));
    }

    /**
     * Reads what is signed. An embedded database shows a commit to others a moment before it is on disk; whoever holds the
     * ledger's lock and commits after that comes after it on disk too, so no checkpoint is given out that a crash takes back.
     */
    public <T> T lasting(Function<Transaction, T> work) {
        return store.write(tx -> {
            tx.ledger().lock();
            return work.apply(tx);
        });
    }

    /** Entries that a transaction sees, each proved under what the ledger is in it. */
    public List<Inclusion> proofs(Transaction tx, List<LedgerRow> rows) {
        MerkleTree tree = leaves.tree(tx);
        Head head = head(tx, tree);
        return rows.stream()
                .map(row -> new Inclusion(entry(row), hex(tree.inclusionProof(Math.toIntExact(row.number()))), head))
                .toList();
    }

    private Head head(Transaction tx, MerkleTree tree) {
        String origin = tx.ledger().origin().orElseThrow();
        Checkpoint checkpoint = new Checkpoint(origin, tree.size(), tree.root());
        return new Head(
                origin,
                tree.size(),
                HEX.formatHex(checkpoint.root()),
                checkpoint.sign(key),
                Keys.id(key.getPublic()),
                publicKey);
    }

    @Override
    public Page<Entry> entries(PageRequest page) {
        Cursors cursors = Cursors.of("ledger");
        Long from = cursors.readNumber(page.cursor());
        return store.read(tx -> {
            List<LedgerRow> rows = tx.ledger().entries(from == null ? 0 : from, page.limit() + 1);
            List<LedgerRow> shown = rows.subList(0, Math.min(rows.size(), page.limit()));
            String next = rows.size() > shown.size()
                    ? cursors.write(String.valueOf(rows.get(shown.size()).number()))
                    : null;
            return new Page<>(
                    shown.stream().map(LedgerService::entry).toList(),
                    next,
                    tx.ledger().size());
        });
    }

    private static Entry entry(LedgerRow row) {
        return new Entry(row.number(), row.kind(), row.about(), row.body(), row.leaf());
    }

    @Override
    public Inclusion proof(long number) {
        return lasting(tx -> {
            LedgerRow row = tx.ledger().entries(number, 1).stream()
                    .filter(found -> found.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException(
                            "ledger-entry", "the ledger has no entry " + number, "GET /ledger tells how many it has"));
            return proofs(tx, List.of(row)).get(0);
        });
    }

    @Override
    public Consistency consistency(long first) {
        return lasting(tx -> {
            MerkleTree tree = leaves.tree(tx);
            if (first < 1 || first > tree.size()) {
                throw new NotFoundException(
                        "ledger-size",
                        "the ledger never had " + first + " entries",
                        "a size from 1 to " + tree.size() + ": the second line of a checkpoint");
            }
            return new Consistency(first, hex(tree.consistencyProof((int) first)), head(tx, tree));
        });
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
