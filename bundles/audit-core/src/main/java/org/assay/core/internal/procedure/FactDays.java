package org.assay.core.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.CaseView;
import org.assay.core.Deadline;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/** What the facts themselves make due: ends of validity, conditions, removals, ends of support, orders. Used once. */
final class FactDays {
    private static final int SHOWN = 10;
    private static final String OPERATOR = "operator";

    private final NetworkFacts facts;
    private final Set<String> inCases = new HashSet<>();
    private final List<Deadline> days = new ArrayList<>();

    /** What a case tells of a record of evidence is not told twice. */
    FactDays(NetworkFacts facts, List<CaseView> cases) {
        this.facts = facts;
        for (CaseView one : cases) {
            inCases.add(one.subject().id());
            one.history().forEach(move -> inCases.add(move.evidence()));
        }
    }

    List<Deadline> all() {
        facts.all(Kind.EVIDENCE).forEach(this::evidence);
        facts.all(Kind.ORDER).forEach(this::order);
        facts.all(Kind.CONTRACT).forEach(this::contract);
        column("plannedRemoval", Deadline.Kind.REMOVAL, Severity.MEDIUM, "planned removal");
        column("endOfSupport", Deadline.Kind.SUPPORT, Severity.LOW, "end of the maker's support");
        return days;
    }

    private void evidence(String id, FactRecord record) {
        Subject subject = new Subject(FactModel.on(Kind.EVIDENCE, record), id);
        boolean ended = record.get("ended").isPresent();
        record.get("validUntil").map(LocalDate.class::cast).ifPresent(day -> {
            if (!ended && !inCases.contains(id)) {
                String kind = record.text("kind").orElse("evidence");
                String text =
                        "last day of the " + kind + " " + record.text("number").orElse(id);
                add(day, Deadline.Kind.EXPIRY, Severity.MEDIUM, "validUntil", text, subject);
            }
        });
        if (!ended) {
            terms(record, subject);
        }
    }

    private void order(String id, FactRecord record) {
        Subject subject = new Subject(Kind.ORDER.word(), id);
        record.get("effective")
                .map(LocalDate.class::cast)
                .ifPresent(day -> add(
                        day,
                        Deadline.Kind.ORDER,
                        Severity.HIGH,
                        "effective",
                        "an order of " + record.text("authority").orElse("an authority") + " takes effect",
                        subject));
        terms(record, subject);
    }

    private void contract(String id, FactRecord record) {
        record.get("end")
                .map(LocalDate.class::cast)
                .ifPresent(day -> add(
                        day,
                        Deadline.Kind.CONTRACT,
                        Severity.LOW,
                        "end",
                        "the contract ends",
                        new Subject(Kind.CONTRACT.word(), id)));
    }

    private void terms(FactRecord record, Subject subject) {
        for (Object one : record.list("terms")) {
            FactRecord term = (FactRecord) one;
            boolean done = term.get("done").isPresent();
            term.get("due")
                    .map(LocalDate.class::cast)
                    .filter(day -> !done)
                    .ifPresent(day -> add(
                            day,
                            Deadline.Kind.CONDITION,
                            Severity.HIGH,
                            "terms",
                            term.text("text").orElse("a condition"),
                            subject));
        }
    }

    private void add(LocalDate day, Deadline.Kind kind, Severity severity, String fact, String text, Subject subject) {
        if (!day.equals(Days.NEVER)) {
            String id = DeadlineIds.of(kind, day, fact, subject.kind(), subject.id(), text);
            days.add(new Deadline(
                    id, day, kind, severity, "", fact, OPERATOR, Map.of("en", text), "", List.of(subject), 1));
        }
    }

    /** Components by day: there may be a million of them. */
    private void column(String field, Deadline.Kind kind, Severity severity, String text) {
        FactTable table = facts.table(Kind.COMPONENT);
        if (table.rows() == 0) {
            return;
        }
        FactColumn column = table.column(field);
        FactColumn gone = table.column("removed");
        Map<LocalDate, List<Subject>> shown = new TreeMap<>();
        Map<LocalDate, Integer> counts = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            boolean there = gone.value(gone.code(row)) == null;
            if (there && column.value(column.code(row)) instanceof LocalDate day && !day.equals(Days.NEVER)) {
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
                OPERATOR,
                Map.of("en", text),
                "",
                subjects,
                counts.getOrDefault(day, subjects.size()))));
    }
}
