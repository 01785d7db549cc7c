package org.assay.bench.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What kind of thing a model is.
 *
 * @param category the category that schemes name
 * @param domain the part of the network
 * @param places the first and the last kind of site on which it stands: 0 central to 3 cell
 * @param weight how many of a thousand components are of this kind
 * @param choice the functions that a model of it may realise
 */
record Trade(String category, String domain, int[] places, int weight, List<String> choice) {
    private static final List<Trade> ALL = List.of(
            trade("base-station", "ran", 3, 3, 620, "gNB", "DU", "RU", "eNB", "BTS"),
            trade("base-station", "ran", 2, 3, 90, "CU", "DU"),
            trade("router", "transport", 1, 3, 110, "ROUTER"),
            trade("microwave", "transport", 3, 3, 60, "MICROWAVE"),
            trade("optical", "transport", 0, 2, 25, "DWDM", "ROADM", "OTN"),
            trade("5g-core-function", "core", 0, 1, 10, "AMF", "SMF", "UPF", "UDM", "AUSF", "PCF", "NRF", "SEPP"),
            trade("4g-core-function", "core", 0, 1, 5, "MME", "SGW", "PGW", "HSS"),
            trade("ran-management", "management", 0, 1, 5, "RAN-EMS", "SMO", "RAN-OMC"),
            trade("nfv-platform", "virtualisation", 0, 2, 15, "NFVI", "CAAS", "VIM", "NFVO"),
            trade("server", "virtualisation", 0, 2, 30, "SERVER", "STORAGE"),
            trade("security-gateway", "security", 0, 2, 10, "SIGNALLING-FIREWALL", "SECURITY-GATEWAY"),
            trade("antenna", "passive", 3, 3, 20, "ANTENNA"));

    private static Trade trade(String category, String domain, int first, int last, int weight, String... choice) {
        return new Trade(category, domain, new int[] {first, last}, weight, List.of(choice));
    }

    static List<Trade> all() {
        return ALL;
    }

    /** The kind of the model of a number: a third of the models are base stations, the rest is spread. */
    static Trade of(int model) {
        return ALL.get(model % 3 == 0 ? model / 3 % 2 : (model - model / 3 - 1) % ALL.size());
    }

    List<String> functions(SplittableRandom random) {
        List<String> some = new ArrayList<>();
        some.add(choice.get(random.nextInt(choice.size())));
        if (random.nextInt(3) == 0) {
            String other = choice.get(random.nextInt(choice.size()));
            if (!some.contains(other)) {
                some.add(other);
            }
        }
        return List.copyOf(some);
    }

    List<String> generations(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> List.of("2G", "4G");
            case 1 -> List.of("4G");
            case 2 -> List.of("4G", "5G");
            default -> List.of("5G");
        };
    }

    /** A site where a component of this kind may stand. */
    int site(SplittableRandom random) {
        int[] from = {0, 40, 440, 2_440};
        int[] to = {40, 440, 2_440, Spec.SITES};
        int kind = places[0] + random.nextInt(places[1] - places[0] + 1);
        return from[kind] + random.nextInt(to[kind] - from[kind]);
    }
}
