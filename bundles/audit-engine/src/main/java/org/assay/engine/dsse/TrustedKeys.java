package org.assay.engine.dsse;

import java.security.PublicKey;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys whose signatures count. Immutable and thread-safe. */
public final class TrustedKeys {
    private final SortedMap<String, PublicKey> keys;

    private TrustedKeys(SortedMap<String, PublicKey> keys) {
        this.keys = keys;
    }

    /** Trusts these keys, each under its own {@linkplain Keys#id name}. */
    public static TrustedKeys of(Collection<? extends PublicKey> keys) {
        SortedMap<String, PublicKey> byId = new TreeMap<>();
        keys.forEach(key -> byId.put(Keys.id(key), key));
        return new TrustedKeys(byId);
    }

    /** The key of that name, if it is trusted. */
    public Optional<PublicKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** The names of all trusted keys, sorted. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(keys.keySet());
    }
}
