package org.assay.core.internal.outbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.core.Webhooks;
import org.assay.core.store.Transaction;

/** Tells of what the ledger records. Stateless. */
public final class LedgerEvents {
    private LedgerEvents() {}

    /** Tells of an audit that has ended; not of trials, which are of nothing that is. */
    public static void audit(Transaction tx, String id, Instant at, Map<String, Object> what) {
        if (what.containsKey("trial")) {
            return;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        String network = String.valueOf(what.get("network"));
        data.put("audit", id);
        data.put("network", network);
        // In the API's words, which are not those of the ledger
        data.put("state", String.valueOf(what.get("state")).toLowerCase(Locale.ROOT));
        data.put("asOf", String.valueOf(what.get("asOf")));
        data.put("regimes", what.get("parts") instanceof List<?> parts ? regimes(parts) : List.of());
        Outbox.put(tx, Webhooks.AUDIT_FINISHED, id, network, at, data);
    }

    private static List<String> regimes(List<?> parts) {
        return parts.stream()
                .map(part -> part instanceof Map<?, ?> map ? String.valueOf(map.get("regime")) : "")
                .toList();
    }

    /** Tells of a step in a pack's life, if it made the pack active. */
    public static void pack(Transaction tx, long entry, Instant at, Map<String, Object> what) {
        String step = String.valueOf(what.get("step"));
        if (step.equals("ACTIVATED") || step.equals("ROLLED_BACK")) {
            Map<String, Object> data = new LinkedHashMap<>();
            for (String key : List.of("regime", "version", "digest", "effective")) {
                if (what.containsKey(key)) {
                    data.put(key, String.valueOf(what.get(key)));
                }
            }
            data.put("rollback", step.equals("ROLLED_BACK"));
            Outbox.put(tx, Webhooks.PACK_ACTIVATED, String.valueOf(entry), null, at, data);
        }
    }
}
