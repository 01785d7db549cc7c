package org.assay.core.internal.webhook;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.core.Deadline;
import org.assay.core.Procedures;
import org.assay.core.Webhooks;
import org.assay.core.store.WebhookRow;

/**
 * Tells which days come near or are over, and anew when something joins those to which a day belongs. Who subscribes is told at
 * once of all that are so on that day. Thread-safe.
 */
final class DeadlineNews {
    private static final int EARLY = 14;
    private static final int LATE = 2;
    private static final String OVER = "over";
    private static final List<String> EVENTS = List.of(Webhooks.DEADLINE_APPROACHING, Webhooks.DEADLINE_OVERDUE);

    private final Teller teller;
    private final Procedures procedures;

    DeadlineNews(Teller teller, Procedures procedures) {
        this.teller = teller;
        this.procedures = procedures;
    }

    /** Tells what is so now and was not. */
    void tell(String network) {
        teller.tell(
                "deadlines " + network,
                () -> procedures.deadlines(network, null, EARLY),
                (told, calendar) -> tell(told, network, calendar));
    }

    private void tell(Told told, String network, Procedures.Calendar calendar) {
        Map<String, List<WebhookRow>> wanting =
                EVENTS.stream().collect(Collectors.toMap(event -> event, event -> told.wanting(event, network)));
        for (Deadline one : calendar.deadlines()) {
            long left = ChronoUnit.DAYS.between(calendar.from(), one.day());
            String stage = left < 0 ? OVER : String.valueOf(left <= LATE ? LATE : EARLY);
            String event = left < 0 ? Webhooks.DEADLINE_OVERDUE : Webhooks.DEADLINE_APPROACHING;
            List<WebhookRow> all = wanting.getOrDefault(event, List.of());
            ToldSubjects subjects = ToldSubjects.of(one);
            boolean joined = told.remark(one.id())
                    .map(ToldSubjects::parse)
                    .filter(subjects::joins)
                    .isPresent();
            boolean news = joined || told.isNews(one.id(), stage);
            List<WebhookRow> unaware = news ? all : minus(all, told.begun(event, all));
            teller.put(told.tx(), unaware, event, data(network, one, left));
            told.keep(one.id(), stage, subjects.print());
        }
        told.keepOnly(calendar.deadlines().stream().map(Deadline::id).collect(Collectors.toSet()));
        wanting.forEach(told::begin);
    }

    private static List<WebhookRow> minus(List<WebhookRow> all, List<WebhookRow> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }

    private static Map<String, Object> data(String network, Deadline one, long left) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("network", network);
        data.put("deadline", one.id());
        data.put("day", one.day().toString());
        data.put("daysLeft", left);
        if (left < 0) {
            data.put("overdueSince", one.day().plusDays(1).toString());
            data.put("daysOverdue", -left);
        }
        data.put("severity", one.severity().name().toLowerCase(Locale.ROOT));
        data.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
        data.put("regime", one.regime());
        data.put("about", one.about());
        data.put("owner", one.owner());
        data.put("text", one.text().getOrDefault("en", ""));
        data.put("source", one.source());
        data.put(
                "subjects",
                one.subjects().stream()
                        .map(subject -> Map.of("kind", subject.kind(), "id", subject.id()))
                        .toList());
        data.put("count", one.count());
        return data;
    }
}
