package org.assay.rest.internal.view;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.assay.core.Ledger;

/** The ledger, as the API writes it: hashes as hex digits, the checkpoint as the note that was signed. */
public record LedgerJson(String origin, long size, String root, String checkpoint, String keyId, String publicKey) {

    /** From what core knows. */
    public static LedgerJson of(Ledger.Head head) {
        return new LedgerJson(
                head.origin(), head.size(), head.root(), head.checkpoint(), head.keyId(), head.publicKey());
    }

    /**
     * One entry.
     *
     * @param body the canonical JSON that is hashed, as text: read as JSON and written again, its bytes might be others
     * @param entry the same as JSON
     */
    public record Entry(long number, String kind, String about, String leaf, String body, @JsonRawValue String entry) {
        /** From what core knows. */
        public static Entry of(Ledger.Entry entry) {
            return new Entry(entry.number(), entry.kind(), entry.about(), entry.leaf(), entry.body(), entry.body());
        }
    }

    /** That an entry is in the ledger. */
    public record Proof(Entry entry, List<String> hashes, LedgerJson ledger) {
        public Proof {
            hashes = List.copyOf(hashes);
        }

        /** From what core knows. */
        public static Proof of(Ledger.Inclusion proof) {
            return new Proof(Entry.of(proof.entry()), proof.hashes(), LedgerJson.of(proof.head()));
        }
    }

    /** That the ledger only grew. */
    public record Growth(long from, List<String> hashes, LedgerJson ledger) {
        public Growth {
            hashes = List.copyOf(hashes);
        }

        /** From what core knows. */
        public static Growth of(Ledger.Consistency proof) {
            return new Growth(proof.first(), proof.hashes(), LedgerJson.of(proof.head()));
        }
    }
}
