package org.assay.core;

import java.util.List;

/**
 * The append-only record of every snapshot, pack event, regime change and audit: a Merkle tree as in RFC 9162 over entries that
 * are written in the transaction of what they record. Thread-safe.
 */
public interface Ledger {

    /**
     * What the ledger is now.
     *
     * @param origin its name
     * @param size how many entries
     * @param root the root over them, as hex digits
     * @param checkpoint the same as a signed note (C2SP tlog-checkpoint), to be handed to a second holder
     * @param keyId the name of the key that signed it
     * @param publicKey that key, PEM
     */
    record Head(String origin, long size, String root, String checkpoint, String keyId, String publicKey) {}

    /**
     * One entry.
     *
     * @param number its place, from 0
     * @param kind what it records
     * @param about the digest or id of what it is about
     * @param body the canonical JSON that is hashed
     * @param leaf its hash, as hex digits
     */
    record Entry(long number, String kind, String about, String body, String leaf) {}

    /**
     * That an entry is in the ledger.
     *
     * @param entry the entry
     * @param hashes the hashes beside its path, from the leaf up, as hex digits
     * @param head the ledger in which it is
     */
    record Inclusion(Entry entry, List<String> hashes, Head head) {
        public Inclusion {
            hashes = List.copyOf(hashes);
        }
    }

    /**
     * That the ledger of an earlier size is the beginning of a later one.
     *
     * @param first the earlier size
     * @param hashes the proof of RFC 9162, as hex digits
     * @param head the later ledger
     */
    record Consistency(long first, List<String> hashes, Head head) {
        public Consistency {
            hashes = List.copyOf(hashes);
        }
    }

    /** What it is now. */
    Head head();

    /** Entries, oldest first. */
    Page<Entry> entries(PageRequest page);

    /**
     * Proves that an entry is there.
     *
     * @throws NotFoundException if there is none of that number
     */
    Inclusion proof(long number);

    /**
     * Proves that the ledger of a size grew into the present one.
     *
     * @throws NotFoundException if it never had that size, or it is 0
     */
    Consistency consistency(long first);
}
