package org.assay.engine.dsse;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.assay.engine.fault.Fault;

/** The keys whose signatures count, each within its terms. Immutable and thread-safe. */
public final class TrustedKeys {
    private final SortedMap<String, TrustedKey> keys;

    private TrustedKeys(SortedMap<String, TrustedKey> keys) {
        this.keys = keys;
    }

    /** Trusts these keys, each under its own {@linkplain Keys#id name}, without limits. */
    public static TrustedKeys of(Collection<? extends PublicKey> keys) {
        return within(keys.stream().map(TrustedKey::unlimited).toList());
    }

    /** Knows these keys, and trusts each within its terms. */
    public static TrustedKeys within(Collection<TrustedKey> keys) {
        SortedMap<String, TrustedKey> byId = new TreeMap<>();
        keys.forEach(key -> byId.put(key.id(), key));
        return new TrustedKeys(byId);
    }

    /** The key of that name, if it is known. */
    public Optional<PublicKey> find(String id) {
        return Optional.ofNullable(keys.get(id)).map(TrustedKey::key);
    }

    /** The names of all keys that are known, sorted. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(keys.keySet());
    }

    /**
     * Those of some signers whose signature counts at a moment.
     *
     * @param signers names of known keys, at least one
     * @throws UntrustedPackException if it is none of them, with the reason for the first
     */
    public List<String> requireNow(List<String> signers, Instant now) {
        return require(signers, key -> key.refusal(now));
    }

    /**
     * Those of some signers that may sign for a regime.
     *
     * @param signers names of known keys, at least one
     * @throws UntrustedPackException if it is none of them, with the reason for the first
     */
    public List<String> requireFor(List<String> signers, String regime) {
        return require(signers, key -> key.refusal(regime));
    }

    /**
     * Why nothing that some signers signed counts any more: all of them were revoked.
     *
     * @param signers names of known keys, at least one
     * @return empty if one of them was not
     */
    public String revoked(List<String> signers) {
        boolean all = signers.stream().allMatch(id -> keys.get(id).revoked() != null);
        return all ? keys.get(signers.get(0)).refusal(Instant.MAX).orElseThrow().message() : "";
    }

    private List<String> require(List<String> signers, Function<TrustedKey, Optional<Fault>> refusal) {
        List<String> good = signers.stream()
                .filter(id -> refusal.apply(keys.get(id)).isEmpty())
                .toList();
        if (good.isEmpty()) {
            throw new UntrustedPackException(
                    refusal.apply(keys.get(signers.get(0))).orElseThrow());
        }
        return good;
    }
}
