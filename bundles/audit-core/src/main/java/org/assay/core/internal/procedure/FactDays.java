package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.Deadline;
import org.assay.engine.eval.CorrectedEvidence;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.jspecify.annotations.Nullable;

/**
 * What the facts themselves make due: ends of validity, conditions, removals, ends of support, orders. What is to be done by a
 * day (a condition, a removal, what a prohibition of a component asks for) is told until it is done; what only ends, until its
 * day. Used once.
 */
final class FactDays {
    private static final int SHOWN = 10;

    private final NetworkFacts facts;
    private final LocalDate first;
    private final Set<String> corrected;
    private final ClockedRecords clocks;
    private final OrderDays orders;
    private final List<Deadline> days = new ArrayList<>();

    /**
     * What a clock of a case tells of a record of evidence is not told twice.
     *
     * @param first the first day of the calendar
     */
    FactDays(NetworkFacts facts, ClockedRecords clocks, LocalDate first) {
        this.clocks = clocks;
        this.facts = facts;
        this.first = first;
        this.orders = new OrderDays(facts, clocks, first);
        this.corrected = CorrectedEvidence.asOf(facts, first);
    }

    List<Deadline> all() {
        facts.all(Kind.EVIDENCE).forEach(this::evidence);
        facts.all(Kind.ORDER).forEach(this::order);
        facts.all(Kind.CONTRACT).forEach(this::contract);
        column("plannedRemoval", Deadline.Kind.REMOVAL, Severity.MEDIUM, "planned removal", true);
        column("endOfSupport", Deadline.Kind.SUPPORT, Severity.LOW, "end of the maker's support", false);
        return days;
    }

    private void evidence(String id, FactRecord record) {
        if (isAfter(record, "issued") || isAfter(record, "received") || corrected.contains(id)) {
            return;
        }
        Subject subject = new Subject(FactModel.on(Kind.EVIDENCE, record), id);
        LocalDate until = day(record, "validUntil");
        if (day(record, "ended").isAfter(first) && !until.isBefore(first)) {
            if (day(record, "ended").isAfter(until) && !clocks.tell(id, until)) {
                String kind = record.text("kind").orElse("evidence");
                Map<String, String> text = FactTexts.of(
                        "last day of the %s %s", kind, record.text("number").orElse(id));
                add(until, Deadline.Kind.EXPIRY, Severity.MEDIUM, "validUntil", text, subject);
            }
            terms(record, subject);
        }
    }

    private static LocalDate day(FactRecord record, String field) {
        return record.get(field).map(LocalDate.class::cast).orElse(Days.NEVER);
    }

    /** What came later is not known on the first day. */
    private boolean isAfter(FactRecord record, String field) {
        return record.get(field)
                .map(LocalDate.class::cast)
                .filter(first::isBefore)
                .isPresent();
    }

    private void order(String id, FactRecord record) {
        if (isAfter(record, "issued") || !day(record, "ended").isAfter(first)) {
            return;
        }
        orders.of(id, record).ifPresent(days::add);
        terms(record, new Subject(Kind.ORDER.word(), id));
    }

    private void contract(String id, FactRecord record) {
        LocalDate end = day(record, "end");
        if (!end.isBefore(first)) {
            Subject subject = new Subject(Kind.CONTRACT.word(), id);
            add(end, Deadline.Kind.CONTRACT, Severity.LOW, "end", FactTexts.of("the contract ends"), subject);
        }
    }

    /**
     * A condition that the case of its record tells as overdue is told there; until its day it is told here, by its own words. Of a
     * record of which all cases are over, such as an order that was lifted, no condition is asked for. It is as grave as the
     * procedure of its record says, else high.
     */
    private void terms(FactRecord record, Subject subject) {
        if (clocks.isOver(subject.id())) {
            return;
        }
        for (Object one : record.list("terms")) {
            FactRecord term = (FactRecord) one;
            LocalDate due = day(term, "due");
            boolean told = due.isBefore(first) && clocks.missed(subject.id(), due);
            if (day(term, "done").isAfter(first) && !told) {
                Map<String, String> text = Map.of("en", term.text("text").orElse("a condition"));
                Severity severity = clocks.severity(subject.id()).orElse(Severity.HIGH);
                add(due, Deadline.Kind.CONDITION, severity, "terms", text, subject);
            }
        }
    }

    private void add(
            LocalDate day,
            Deadline.Kind kind,
            Severity severity,
            String fact,
            Map<String, String> text,
            Subject subject) {
        if (!day.equals(Days.NEVER)) {
            String english = text.getOrDefault("en", "");
            String id = DeadlineIds.of(kind, day, fact, subject.kind(), subject.id(), english);
            days.add(new Deadline(
                    id, day, kind, severity, "", fact, Overdue.OPERATOR, text, "", List.of(subject), 1, List.of()));
        }
    }

    private boolean isThere(@Nullable Object removed, @Nullable Object status) {
        return removed instanceof LocalDate day ? day.isAfter(first) : !"removed".equals(status);
    }

    /**
     * Components by day: there may be a million of them.
     *
     * @param task whether it is still to be done when the day is over
     */
    private void column(String field, Deadline.Kind kind, Severity severity, String text, boolean task) {
        FactTable table = facts.table(Kind.COMPONENT);
        if (table.rows() == 0) {
            return;
        }
        FactColumn column = table.column(field);
        FactColumn gone = table.column("removed");
        FactColumn status = table.column("status");
        Map<LocalDate, List<Subject>> shown = new TreeMap<>();
        Map<LocalDate, Integer> counts = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            if (column.value(column.code(row)) instanceof LocalDate day
                    && !day.equals(Days.NEVER)
                    && (task || !day.isBefore(first))
                    && isThere(gone.value(gone.code(row)), status.value(status.code(row)))) {
                counts.merge(day, 1, Integer::sum);
                List<Subject> some = shown.computeIfAbsent(day, d -> new ArrayList<>());
                if (some.size() < SHOWN) {
                    some.add(new Subject(Kind.COMPONENT.word(), table.id(row)));
                }
            }
        }
        shown.forEach((day, subjects) -> days.add(new Deadline(
                DeadlineIds.of(kind, day, field),
                day,
                kind,
                severity,
                "",
                field,
                Overdue.OPERATOR,
                FactTexts.of(text),
                "",
                subjects,
                counts.getOrDefault(day, subjects.size()),
                List.of())));
    }
}
