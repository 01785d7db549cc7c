package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.world.Corrections;
import org.assay.engine.pack.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that can be seen on a day and belongs to cases, by what it is about. A record that a correction is about is
 * as if it had never been, unless that correction was corrected in turn. Used by one thread.
 */
final class Papers {
    private static final int MOST_DEPTH = 50;

    private final LocalDate asOf;
    private final Map<String, FactRecord> records = new HashMap<>();
    private final Map<String, List<String>> about = new HashMap<>();
    private final Map<String, List<String>> byKind = new HashMap<>();
    private final Corrections corrections = new Corrections();

    Papers(NetworkFacts facts, Set<String> kinds, LocalDate asOf) {
        this.asOf = asOf;
        FactTable table = facts.table(Kind.EVIDENCE);
        FactColumn kind = table.rows() == 0 ? null : table.column("kind");
        for (int row = 0; kind != null && row < table.rows(); row++) {
            Object word = kind.value(kind.code(row));
            if (word != null && (kinds.contains(word.toString()) || word.equals(FactModel.CORRECTION))) {
                add(table.id(row), word.toString(), table.record(row));
            }
        }
        corrections.settle();
    }

    private void add(String id, String kind, FactRecord record) {
        LocalDate day = day(record);
        if (day != null && day.isAfter(asOf)) {
            return;
        }
        records.put(id, record);
        if (kind.equals(FactModel.CORRECTION)) {
            corrections.add(id, record.list("about"));
        }
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(id);
        for (Object other : record.list("about")) {
            about.computeIfAbsent(other.toString(), o -> new ArrayList<>()).add(id);
        }
    }

    /** The day on which a record came: the later of issue and receipt; null where neither is known. */
    static @Nullable LocalDate day(FactRecord record) {
        LocalDate issued = (LocalDate) record.get("issued").orElse(null);
        LocalDate received = (LocalDate) record.get("received").orElse(null);
        return received == null || issued != null && issued.isAfter(received) ? issued : received;
    }

    FactRecord record(String id) {
        return records.get(id);
    }

    /** The records of a kind that were not corrected, in id order. */
    List<String> ofKind(String kind) {
        return byKind.getOrDefault(kind, List.of()).stream()
                .filter(id -> !corrections.isCorrected(id))
                .toList();
    }

    /** Whether a record hangs on another one that can open or move a case of a procedure. */
    boolean isContinuation(Procedure procedure, String id) {
        Set<String> kinds = new HashSet<>(procedure.kinds());
        if (!kinds.contains(records.get(id).text("kind").orElse(""))) {
            return false;
        }
        kinds.addAll(procedure.openingKinds());
        return records.get(id).list("about").stream()
                .map(records::get)
                .anyMatch(other ->
                        other != null && kinds.contains(other.text("kind").orElse("")));
    }

    /**
     * A record that may move a case.
     *
     * @param day when it moves; null where that is not known
     * @param depth how many records lie between it and what opened the case: what answers another one comes after it
     * @param id the record's id
     * @param record the record
     * @param missing the facts for want of which the day from which it takes effect is not known
     * @param error what broke when its day was asked; empty where nothing did
     */
    record Event(@Nullable LocalDate day, int depth, String id, FactRecord record, Set<String> missing, String error) {
        static final Comparator<Event> ORDER = Comparator.comparing(Papers::sortDay)
                .thenComparingInt(Event::depth)
                .thenComparing(Event::issued)
                .thenComparing(Event::id);

        /** The facts for want of which its day is not known. */
        Set<String> undatedFor() {
            return missing.isEmpty() ? Set.of("evidence/" + id + "/issued") : missing;
        }

        String kind() {
            return record.text("kind").orElse("");
        }

        /** Whether nothing tells which of the two came first. */
        boolean sameTime(Event other) {
            return Objects.equals(day, other.day) && depth == other.depth && issued().equals(other.issued());
        }

        /** Of records that came on one day the one that was issued earlier is read first. */
        private LocalDate issued() {
            return record.get("issued").map(LocalDate.class::cast).orElse(LocalDate.MAX);
        }

        /** The same, on the day on which the case began if it came before. */
        Event since(@Nullable LocalDate begin) {
            return begin == null ? this : notBefore(begin);
        }

        /** The same, on a day if it came before. */
        Event notBefore(LocalDate first) {
            boolean before = day != null && day.isBefore(first);
            return before ? new Event(first, depth, id, record, missing, error) : this;
        }

        /** The same, on a day that is not known. */
        Event undated(Set<String> facts) {
            return new Event(null, depth, id, record, facts, error);
        }

        /** The same, but nobody can tell what it does. */
        Event broken(String message) {
            return new Event(day, depth, id, record, missing, message);
        }
    }

    /**
     * The records of some kinds that hang on others, in the order of their days; those without a day come last. One that is
     * about a later record says nothing before that one is there. On one day, a record comes after those that it is about,
     * and one that was issued earlier before others; of what is alike in that, nothing tells the order ({@link Orders}).
     *
     * @param first what they hang on
     * @param kinds the kinds that are looked at
     * @param own records that belong to the case themselves
     */
    List<Event> events(List<String> first, Set<String> kinds, List<String> own) {
        Map<String, Event> events = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        own.forEach(id -> take(id, 0, LocalDate.MIN, kinds, events, open));
        for (String id : first) {
            hang(id, 0, LocalDate.MIN, first, kinds, events, open);
        }
        while (!open.isEmpty()) {
            Event event = events.get(open.remove());
            hang(event.id(), event.depth(), sortDay(event), first, kinds, events, open);
        }
        return events.values().stream().sorted(Event.ORDER).toList();
    }

    private void hang(
            String on,
            int depth,
            LocalDate day,
            List<String> first,
            Set<String> kinds,
            Map<String, Event> events,
            Deque<String> open) {
        for (String other : about.getOrDefault(on, List.of())) {
            if (!first.contains(other)) {
                take(other, depth + 1, day, kinds, events, open);
            }
        }
    }

    private static LocalDate sortDay(Event event) {
        LocalDate day = event.day();
        return day == null ? LocalDate.MAX : day;
    }

    private void take(
            String id, int depth, LocalDate after, Set<String> kinds, Map<String, Event> events, Deque<String> open) {
        FactRecord record = records.get(id);
        boolean fits = record != null && kinds.contains(record.text("kind").orElse("")) && !corrections.isCorrected(id);
        if (!fits) {
            return;
        }
        LocalDate own = day(record);
        LocalDate day = own == null || after.equals(LocalDate.MAX) ? null : own.isBefore(after) ? after : own;
        Event event = new Event(day, depth, id, record, Set.of(), "");
        Event known = events.get(id);
        if (known == null || sortDay(event).isBefore(sortDay(known)) || isDeeper(event, known)) {
            events.put(id, event);
            open.add(id);
        }
    }

    /** What is about several records comes after all of them; records that are about each other come in no order. */
    private static boolean isDeeper(Event event, Event known) {
        return event.depth() > known.depth()
                && event.depth() <= MOST_DEPTH
                && sortDay(event).equals(sortDay(known));
    }
}
