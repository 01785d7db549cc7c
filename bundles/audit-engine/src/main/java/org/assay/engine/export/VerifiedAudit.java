package org.assay.engine.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An exported audit of which everything was checked.
 *
 * @param audit its id
 * @param network its network
 * @param snapshot the digest of its facts
 * @param asOf the day whose law was applied
 * @param components how many records of facts it judged
 * @param entries how many entries of the ledger were proved
 * @param ledger the ledger's name
 * @param size how many entries the ledger had
 * @param parts its regimes
 * @param waivers who answers for findings of it, as approved in the ledger
 */
public record VerifiedAudit(
        String audit,
        String network,
        String snapshot,
        LocalDate asOf,
        int components,
        int entries,
        String ledger,
        long size,
        List<Part> parts,
        List<Waiver> waivers) {
    public VerifiedAudit {
        waivers = List.copyOf(waivers);
        parts = List.copyOf(parts);
    }

    /**
     * A waiver that held on the audit's day.
     *
     * @param regime of the requirement
     * @param requirement the requirement that it speaks of
     * @param subject kind and id of the subject, with a blank between
     * @param owner who answers for it
     * @param reason why
     * @param until the last day
     */
    public record Waiver(
            String regime, String requirement, String subject, String owner, String reason, LocalDate until) {}

    /**
     * A regime's part, judged again.
     *
     * @param regime its id
     * @param version of the pack
     * @param pack the pack's digest
     * @param verdicts their digest
     * @param counts verdicts by outcome
     */
    public record Part(String regime, String version, String pack, String verdicts, Map<String, Integer> counts) {
        public Part {
            counts = Map.copyOf(counts);
        }
    }
}
