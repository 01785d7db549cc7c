package org.assay.bench.two;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.assay.bench.inventory.Supplier;

/** The lists that the thirty rules share, as whoever writes them by hand would hold them. */
final class Words {
    static final Set<String> UNION = Set.of("DE", "FR", "FI", "SE", "NL", "EE", "IE", "AT");
    static final Set<String> ALLIED = Set.of("DE", "FR", "FI", "SE", "NL", "EE", "IE", "AT", "US", "JP", "KR", "CH");
    static final Set<String> SCHEMES = Set.of("NESAS-CCS-GI", "CC", "BSZ");
    static final Set<String> CENTRAL = Set.of("core", "management", "security", "virtualisation");
    static final Set<String> SUBSCRIBERS = Set.of("UDM", "AUSF", "HSS", "SEPP");
    static final Set<String> RADIO = Set.of("gNB", "CU", "DU", "eNB");
    static final Set<String> CATEGORIES = Set.of(
            "base-station",
            "router",
            "optical",
            "5g-core-function",
            "4g-core-function",
            "ran-management",
            "nfv-platform",
            "security-gateway");

    private Words() {}

    /** As {@code exists} over a list; a loop, because it is asked thirty times for each component. */
    static <T> boolean any(List<T> some, Predicate<T> condition) {
        for (T one : some) {
            if (condition.test(one)) {
                return true;
            }
        }
        return false;
    }

    static boolean stateControlled(Supplier supplier) {
        return any(supplier.owners(), owner -> owner.kind().equals("state") && owner.controls());
    }
}
