package org.assay.engine.consequence;

import java.util.List;

/**
 * A function in one part and region of a network where a regime does not trust components, and who could stand in.
 *
 * @param regime the regime
 * @param function the network function
 * @param domain the part of the network; empty where it is not known
 * @param region the region; empty where it is not known
 * @param untrusted how many components there are not trusted, now or from a day ahead
 * @param open of how many it cannot be told
 * @param candidates suppliers of the same function, in this network, of which the regime distrusts nothing that realises it;
 *     the best first
 */
public record Alternative(
        String regime,
        String function,
        String domain,
        String region,
        int untrusted,
        int open,
        List<Candidate> candidates) {
    public Alternative {
        candidates = List.copyOf(candidates);
    }

    /**
     * A supplier that could stand in.
     *
     * @param supplier its id
     * @param name its name
     * @param here how many components of it realise the function in the same part and region
     * @param elsewhere how many elsewhere in the network
     * @param distrustedBy the other chosen regimes that do not trust one of these
     * @param unjudgedBy the chosen regimes that cannot judge one of these
     */
    public record Candidate(
            String supplier, String name, int here, int elsewhere, List<String> distrustedBy, List<String> unjudgedBy) {
        public Candidate {
            unjudgedBy = List.copyOf(unjudgedBy);
            distrustedBy = List.copyOf(distrustedBy);
        }

        /** Whether every chosen regime trusts all that it has here. */
        public boolean passesAll() {
            return unjudgedBy.isEmpty() && distrustedBy.isEmpty();
        }
    }
}
