package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.Deadline;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * What the orders of a network document make due by taking effect. What is prohibited from a day on may be used, or put into use,
 * until the day before: that is its last day in time. Conditions have days of their own, so of those the day itself is told.
 *
 * @param first the first day of the calendar
 */
record OrderDays(NetworkFacts facts, ClockedRecords clocks, LocalDate first) {

    /** The line of an order that has not ended; empty where none is left to be told. */
    Optional<Deadline> of(String id, FactRecord order) {
        LocalDate effective = day(order, "effective");
        if (effective.equals(Days.NEVER) || isGone(order)) {
            return Optional.empty();
        }
        boolean prohibits = is(order, "effect", "prohibited");
        LocalDate day = prohibits ? effective.minusDays(1) : effective;
        if (day.isBefore(first) && !(prohibits && isUsed(order)) || prohibits && isTold(order, day)) {
            return Optional.empty();
        }
        return Optional.of(line(id, order, day, effective));
    }

    private Deadline line(String id, FactRecord order, LocalDate day, LocalDate effective) {
        Map<String, String> text = FactTexts.of(
                words(order),
                what(order),
                Days.print(effective),
                order.text("authority").orElse("?"));
        boolean grave = is(order, "effect", "prohibited") && isUsed(order);
        Subject subject = new Subject(Kind.ORDER.word(), id);
        String key =
                DeadlineIds.of(Deadline.Kind.ORDER, day, "effective", subject.kind(), id, text.getOrDefault("en", ""));
        return new Deadline(
                        key,
                        day,
                        Deadline.Kind.ORDER,
                        grave ? Severity.CRITICAL : Severity.HIGH,
                        "",
                        "effective",
                        Overdue.OPERATOR,
                        text,
                        "",
                        List.of(subject),
                        1,
                        List.of())
                .naming(order.text("component")
                        .map(one -> List.of(new Subject(Kind.COMPONENT.word(), one)))
                        .orElse(List.of()));
    }

    private String words(FactRecord order) {
        if (!is(order, "effect", "prohibited")) {
            return FactTexts.CONDITIONS;
        }
        if (is(order, "use", "future")) {
            return FactTexts.NO_FURTHER_USE;
        }
        return order.text("component").isEmpty() || isUsed(order) ? FactTexts.OUT_OF_USE : FactTexts.NOT_INTO_USE;
    }

    /** What it names: a component, or a type. */
    private String what(FactRecord order) {
        Optional<String> maker = order.text("maker").map(id -> facts.find(Kind.SUPPLIER, id)
                .flatMap(one -> one.text("name"))
                .orElse(id));
        List<String> type = Stream.of(order.text("category"), maker)
                .flatMap(Optional::stream)
                .toList();
        return order.text("component").orElse(type.isEmpty() ? "?" : String.join(", ", type));
    }

    private Optional<FactRecord> component(FactRecord order) {
        return order.text("component").flatMap(id -> facts.find(Kind.COMPONENT, id));
    }

    /** Whether what it names is out of service already: nothing is left to be done about it. */
    private boolean isGone(FactRecord order) {
        return component(order)
                .filter(one -> !day(one, "removed").isAfter(first) || is(one, "status", "removed"))
                .isPresent();
    }

    /** Whether what it names is in service; of one of further use alone, or of a type, that is left to the rules. */
    private boolean isUsed(FactRecord order) {
        return !is(order, "use", "future")
                && component(order)
                        .filter(one -> is(one, "status", "in-service"))
                        .isPresent();
    }

    /** Whether the same is recorded as evidence too, and its case asks for it by the same day. */
    private boolean isTold(FactRecord order, LocalDate day) {
        return order.text("component")
                .filter(id ->
                        clocks.openedFor(id, day).anyMatch(one -> begins(one).equals(day(order, "effective"))))
                .isPresent();
    }

    private static LocalDate begins(FactRecord evidence) {
        LocalDate from = day(evidence, "validFrom");
        return from.equals(Days.NEVER) ? day(evidence, "issued") : from;
    }

    private static boolean is(FactRecord record, String field, String value) {
        return record.text(field).filter(value::equals).isPresent();
    }

    private static LocalDate day(FactRecord record, String field) {
        return record.get(field).map(LocalDate.class::cast).orElse(Days.NEVER);
    }
}
