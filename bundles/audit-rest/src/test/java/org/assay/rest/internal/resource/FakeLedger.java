package org.assay.rest.internal.resource;

import java.util.List;
import org.assay.core.Ledger;
import org.assay.core.NotFoundException;
import org.assay.core.Page;
import org.assay.core.PageRequest;

/** A ledger of two entries, in memory. */
final class FakeLedger implements Ledger {
    private static final String HASH = "ab".repeat(32);

    private static Entry entry(long number) {
        return new Entry(number, "snapshot", FakeCore.DIGEST, "{\"number\":" + number + "}", HASH);
    }

    @Override
    public Head head() {
        return new Head("assay/one", 2, HASH, "assay/one\n2\n…\n", "k1", "-----BEGIN PUBLIC KEY-----\n");
    }

    @Override
    public Page<Entry> entries(PageRequest page) {
        return Paging.of(List.of(entry(0), entry(1)), page);
    }

    @Override
    public Inclusion proof(long number) {
        require(number < 2);
        return new Inclusion(entry(number), List.of(HASH), head());
    }

    @Override
    public Consistency consistency(long first) {
        require(first > 0 && first <= 2);
        return new Consistency(first, List.of(HASH), head());
    }

    private static void require(boolean there) {
        if (!there) {
            throw new NotFoundException("ledger-entry", "the ledger has no such entry", "GET /ledger");
        }
    }
}
