package org.assay.core.internal.trust;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.PackKeys;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.KeyRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.engine.dsse.Keys;
import org.assay.engine.dsse.TrustedKey;
import org.assay.engine.dsse.TrustedKeys;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that packs may be signed with. They are rows, read anew for every pack: there are few, and packs come seldom, so a
 * change on any node counts at once on all. The folder only ever adds. Thread-safe.
 */
public final class TrustStore implements PackKeys {
    private static final Logger LOG = LoggerFactory.getLogger(TrustStore.class);
    private static final int MAX_TEXT = 500;
    private static final int MAX_REGIMES = 32;

    private final Store store;
    private final TrustFolder folder;
    private final Moments moments;

    /**
     * Makes one.
     *
     * @param folder with the public keys ({@code *.pem}) that the distribution brings
     */
    public TrustStore(Store store, Path folder, Moments moments) {
        this.store = store;
        this.folder = new TrustFolder(folder);
        this.moments = moments;
    }

    /** All keys that are known, each with its terms; those that are new in the folder among them. */
    public TrustedKeys current() {
        adopt();
        return store.read(TrustStore::known);
    }

    /** The keys that a transaction sees. */
    static TrustedKeys known(Transaction tx) {
        return TrustedKeys.within(
                tx.keys().all().stream().map(TrustStore::trusted).toList());
    }

    private static TrustedKey trusted(KeyRow row) {
        KeyRow.Revocation revoked = row.revocation();
        return new TrustedKey(
                Keys.readPublic(row.publicKey()),
                row.regimes(),
                row.from(),
                row.until(),
                revoked == null ? null : new TrustedKey.Revocation(revoked.at(), revoked.reason()));
    }

    /** Takes in what the folder has and no row tells of. */
    private void adopt() {
        List<PublicKey> found = folder.keys();
        Set<String> known =
                store.read(tx -> tx.keys().all()).stream().map(KeyRow::id).collect(Collectors.toSet());
        for (PublicKey key : found) {
            if (!known.contains(Keys.id(key))) {
                adopt(key);
            }
        }
    }

    private void adopt(PublicKey key) {
        String who = folder.folder().getFileName() + "/";
        TrustedKey unlimited = TrustedKey.unlimited(key);
        KeyRow row = new KeyRow(
                unlimited.id(),
                Keys.pem(key),
                "of the distribution",
                unlimited.regimes(),
                unlimited.from(),
                null,
                moments.now(),
                who,
                null);
        boolean added = store.write(tx -> {
            boolean isNew = tx.keys().lock(row.id()).isEmpty();
            if (isNew) {
                keep(tx, row, "ADDED", who);
            }
            return isNew;
        });
        if (added) {
            LOG.info("The key {} of {} is trusted from now on", row.id(), folder.folder());
        }
    }

    @Override
    public List<KeyView> list() {
        adopt();
        return store.read(tx -> tx.keys().all()).stream().map(this::view).toList();
    }

    @Override
    public Added add(NewKey wanted, String who) {
        PublicKey key = read(wanted.publicKey());
        Instant now = moments.now();
        Instant from = wanted.from() == null ? now : wanted.from();
        check(wanted, from);
        String id = Keys.id(key);
        return store.write(tx -> {
            Optional<KeyRow> before = tx.keys().lock(id);
            before.ifPresent(TrustStore::requireUnrevoked);
            KeyRow row = new KeyRow(
                    id,
                    Keys.pem(key),
                    wanted.label(),
                    wanted.regimes(),
                    from,
                    wanted.until(),
                    before.map(KeyRow::addedAt).orElse(now),
                    before.map(KeyRow::addedBy).orElse(who),
                    null);
            keep(tx, row, before.isEmpty() ? "ADDED" : "CHANGED", who);
            return new Added(view(row), before.isEmpty());
        });
    }

    private static PublicKey read(String pem) {
        try {
            return Keys.readPublic(pem);
        } catch (IllegalArgumentException e) {
            String hint = "the text of a PEM file: openssl pkey -in key.pem -pubout";
            throw refuse("bad-key", String.valueOf(e.getMessage()), "/publicKey", hint);
        }
    }

    private static void check(NewKey wanted, Instant from) {
        if (wanted.regimes().isEmpty() || wanted.regimes().size() > MAX_REGIMES) {
            String message = wanted.regimes().size() + " regimes are named";
            throw refuse("bad-regimes", message, "/regimes", "1 to " + MAX_REGIMES + "; * stands for all");
        }
        for (int i = 0; i < wanted.regimes().size(); i++) {
            if (!TrustedKey.isPattern(wanted.regimes().get(i))) {
                throw refuse(
                        "bad-regimes",
                        "this names no regimes",
                        "/regimes/" + i,
                        "an id, or one with * for any characters");
            }
        }
        if (wanted.until() != null && !wanted.until().isAfter(from)) {
            throw refuse("bad-days", "it would end before it begins to count", "/until", "a moment after " + from);
        }
        requireText("label", wanted.label());
    }

    private static void requireText(String field, String text) {
        if (text.length() > MAX_TEXT) {
            throw refuse("too-long", "'" + field + "' is too long", "/" + field, "at most " + MAX_TEXT + " characters");
        }
    }

    @Override
    public KeyView revoke(String id, String reason, String who) {
        if (reason.isBlank()) {
            throw refuse("no-reason", "a key is revoked for a reason", "/reason", "say why, for those who come later");
        }
        requireText("reason", reason);
        adopt();
        KeyView revoked = store.write(tx -> {
            KeyRow before = tx.keys()
                    .lock(id)
                    .orElseThrow(
                            () -> new NotFoundException("key", "there is no key '" + id + "'", "GET /keys lists them"));
            requireUnrevoked(before);
            KeyRow row = before.revoked(new KeyRow.Revocation(moments.now(), who, reason.strip()));
            keep(tx, row, "REVOKED", who);
            return view(row);
        });
        LOG.warn("The key {} was revoked by {}", id, who);
        return revoked;
    }

    private static void requireUnrevoked(KeyRow row) {
        KeyRow.Revocation revoked = row.revocation();
        if (revoked != null) {
            throw new ConflictException(
                    "key-revoked",
                    "the key " + row.id() + " was revoked on " + revoked.at() + ": " + revoked.reason(),
                    "a key is revoked for good: make a new one");
        }
    }

    private void keep(Transaction tx, KeyRow row, String step, String who) {
        tx.keys().put(row);
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("step", step);
        what.put("key", row.id());
        what.put("publicKey", row.publicKey());
        what.put("regimes", row.regimes());
        what.put("from", row.from().toString());
        put(what, "until", row.until());
        KeyRow.Revocation revoked = row.revocation();
        put(what, "reason", revoked == null ? null : revoked.reason());
        Book.note(tx, Book.KEY, row.id(), moments.now(), who, what);
    }

    private static void put(Map<String, Object> what, String name, @Nullable Object value) {
        if (value != null) {
            what.put(name, value.toString());
        }
    }

    private KeyView view(KeyRow row) {
        KeyRow.Revocation revoked = row.revocation();
        return new KeyView(
                row.id(),
                row.publicKey(),
                row.label(),
                row.regimes(),
                row.from(),
                row.until(),
                state(row),
                row.addedAt(),
                row.addedBy(),
                revoked == null ? null : revoked.at(),
                revoked == null ? null : revoked.by(),
                revoked == null ? null : revoked.reason());
    }

    private State state(KeyRow row) {
        Instant now = moments.now();
        Instant until = row.until();
        if (row.revocation() != null) {
            return State.REVOKED;
        }
        if (now.isBefore(row.from())) {
            return State.NOT_YET;
        }
        return until != null && !now.isBefore(until) ? State.EXPIRED : State.VALID;
    }

    private static FaultException refuse(String code, String message, String pointer, String hint) {
        return new FaultException(new Fault(code, message, pointer, 0, 0, hint));
    }
}
