package org.assay.core.store;

/**
 * An entry of the ledger.
 *
 * @param number its place, from 0
 * @param kind what it records
 * @param about the digest or id of what it is about
 * @param body canonical JSON, the bytes that are hashed
 * @param leaf the hash of the body, as hex digits
 */
public record LedgerRow(long number, String kind, String about, String body, String leaf) {}
