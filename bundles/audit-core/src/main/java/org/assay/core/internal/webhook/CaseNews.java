package org.assay.core.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.assay.core.CaseView;
import org.assay.core.Procedures;
import org.assay.core.Webhooks;
import org.assay.core.store.WebhookRow;
import org.assay.engine.digest.Sha256;
import org.jspecify.annotations.Nullable;

/** Tells which cases moved. Who subscribes is told what moves from then on: nobody wants to be told all of the past. Thread-safe. */
final class CaseNews {
    private static final int KEY = 32;
    private static final String STATE = "state";

    private final Teller teller;
    private final Procedures procedures;

    CaseNews(Teller teller, Procedures procedures) {
        this.teller = teller;
        this.procedures = procedures;
    }

    private static String topic(String network) {
        return "cases " + network;
    }

    /**
     * What there is.
     *
     * @param speaking the regimes of which it is known which cases they have; those of others are only out of sight
     */
    private record Seen(List<CaseView> cases, Set<String> speaking) {}

    /** Begins with those who want to be told and are not yet; the others are told what moved up to now. */
    void begin(String network) {
        if (teller.isAwaited(topic(network), Webhooks.CASE_MOVED, network)) {
            tell(network);
        }
    }

    /** Tells what moved, and which cases are no more. */
    void tell(String network) {
        teller.tell(topic(network), () -> look(network), (told, seen) -> tell(told, network, seen));
    }

    /** A regime may come or go between the looks: it has to speak before and after. */
    private Seen look(String network) {
        Set<String> speaking = new HashSet<>(procedures.speaking(network, null));
        List<CaseView> cases = procedures.cases(network, null);
        speaking.retainAll(procedures.speaking(network, null));
        return new Seen(cases, speaking);
    }

    private void tell(Told told, String network, Seen seen) {
        List<WebhookRow> wanting = told.wanting(Webhooks.CASE_MOVED, network);
        List<WebhookRow> begun = told.begun(Webhooks.CASE_MOVED, wanting);
        Map<String, ToldCase> before = new HashMap<>();
        told.remarks().stream()
                .flatMap(text -> ToldCase.read(text).stream())
                .forEach(one -> before.put(one.key(), one));
        Set<String> there = new HashSet<>();
        for (CaseView one : seen.cases()) {
            ToldCase name = ToldCase.of(one);
            String moves = key(String.valueOf(one.state()), String.valueOf(one.history()));
            there.add(name.key());
            if (told.isNews(name.key(), moves)) {
                teller.put(told.tx(), begun, Webhooks.CASE_MOVED, data(network, name, one, before.get(name.key())));
            }
            told.keep(name.key(), moves, name.text());
        }
        Predicate<ToldCase> gone = one -> seen.speaking().contains(one.regime()) && !there.contains(one.key());
        before.values().stream().filter(gone).forEach(one -> {
            teller.put(told.tx(), begun, Webhooks.CASE_MOVED, gone(network, one));
            told.forget(one.key());
        });
        told.begin(Webhooks.CASE_MOVED, wanting);
    }

    private static Map<String, Object> data(String network, ToldCase name, CaseView one, @Nullable ToldCase before) {
        Map<String, Object> data = named(network, name);
        if (one.state() != null) {
            data.put(STATE, one.state());
        }
        data.put("breach", one.breach());
        data.put("ended", one.ended());
        from(data, before);
        if (!one.history().isEmpty()) {
            CaseView.Move move = one.history().get(one.history().size() - 1);
            if (move.day() != null) {
                data.put("day", move.day().toString());
            }
            data.put("evidence", move.evidence());
        }
        return data;
    }

    /** The state at the last look, not that before the last move: a correction leads elsewhere than any move does. */
    private static void from(Map<String, Object> data, @Nullable ToldCase before) {
        if (before == null) {
            data.put("from", "");
        } else if (!before.state().isEmpty()) {
            data.put("from", before.state());
        }
    }

    /** No state is an empty text, as the state before the opening is; one that is not known is left out. */
    private static Map<String, Object> gone(String network, ToldCase one) {
        Map<String, Object> data = named(network, one);
        data.put(STATE, "");
        data.put("gone", true);
        data.put("breach", false);
        data.put("ended", false);
        from(data, one);
        return data;
    }

    private static Map<String, Object> named(String network, ToldCase one) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("network", network);
        data.put("regime", one.regime());
        data.put("procedure", one.procedure());
        data.put("subject", Map.of("kind", one.kind(), "id", one.subject()));
        return data;
    }

    /** A short text that stands for these. */
    static String key(String... parts) {
        String digest = Sha256.textOf(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
        return digest.substring(digest.length() - KEY);
    }
}
