package org.assay.rest.internal.resource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.PackKeys;

/** Keys in memory. A public key is here a text: {@code new}, {@code known} or {@code revoked}. */
final class FakeKeys implements PackKeys {
    static final String KNOWN = "ab".repeat(16);

    private final Map<String, KeyView> keys = new TreeMap<>(Map.of(
            KNOWN,
            new KeyView(
                    KNOWN,
                    "known",
                    "",
                    List.of("*"),
                    FakeCore.NOW,
                    null,
                    State.VALID,
                    FakeCore.NOW,
                    "assay-trust/",
                    null,
                    null,
                    null)));

    @Override
    public List<KeyView> list() {
        return List.copyOf(keys.values());
    }

    @Override
    public Added add(NewKey key, String who) {
        if (key.publicKey().equals("revoked")) {
            throw new ConflictException("key-revoked", "the key was revoked: it was lost", "make a new one");
        }
        boolean isNew = key.publicKey().equals("new");
        String id = isNew ? "cd".repeat(16) : KNOWN;
        KeyView view = new KeyView(
                id,
                key.publicKey(),
                "of " + who,
                key.regimes(),
                FakeCore.NOW,
                FakeCore.NOW.plusSeconds(60),
                State.NOT_YET,
                FakeCore.NOW,
                who,
                null,
                null,
                null);
        keys.put(id, view);
        return new Added(view, isNew);
    }

    @Override
    public KeyView revoke(String id, String reason, String who) {
        KeyView key = keys.get(id);
        if (key == null) {
            throw new NotFoundException("key", "there is no key '" + id + "'", "GET /keys lists them");
        }
        if (key.state() == State.REVOKED) {
            throw new ConflictException("key-revoked", "the key was revoked: it was lost", "make a new one");
        }
        KeyView revoked = new KeyView(
                id,
                key.publicKey(),
                key.label(),
                key.regimes(),
                key.from(),
                null,
                State.REVOKED,
                key.addedAt(),
                key.addedBy(),
                FakeCore.NOW,
                who,
                reason);
        keys.put(id, revoked);
        return revoked;
    }
}
