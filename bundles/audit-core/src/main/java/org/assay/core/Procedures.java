package org.assay.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.assay.api.Severity;
import org.jspecify.annotations.Nullable;

/** Cases of the installed regimes' procedures, and what is due for a network. Nothing of it is stored. */
public interface Procedures {
    /** How far ahead {@link #deadlines} looks where a caller says nothing. */
    int DEFAULT_DAYS = 90;

    /** How far ahead it looks at most. */
    int MAX_DAYS = 3_660;

    /**
     * Every case of a network, replayed from its newest snapshot up to a day, by regime, procedure and subject.
     *
     * @param asOf the day; null for today in the network's time zone
     * @throws NotFoundException {@code unknown-network}
     * @throws ConflictException {@code no-snapshot}
     */
    List<CaseView> cases(String network, @Nullable LocalDate asOf);

    /**
     * The first regime, procedure or subject that a filter names and that there is none of here: a regime that is not
     * installed, a procedure of no pack that speaks on the day, an id that no record of the network has. Empty where there is
     * none such: an empty list of cases then means that there are none.
     *
     * @param asOf the day; null for today in the network's time zone
     * @throws NotFoundException {@code unknown-network}
     * @throws ConflictException {@code no-snapshot}
     */
    Optional<StrangeFilter> strange(String network, @Nullable LocalDate asOf, CaseFilter filter);

    /**
     * The regimes whose rules speak for a day. An installed one that is not among them has no active pack that holds the day:
     * there is none of its cases and nothing that it asks for.
     *
     * @param asOf the day; null for today in the network's time zone
     * @throws NotFoundException {@code unknown-network}
     * @throws ConflictException {@code no-snapshot}
     */
    SortedSet<String> speaking(String network, @Nullable LocalDate asOf);

    /**
     * Everything that is due from a day on, gravest first, then by day: clocks of cases, days that the verdicts of each
     * regime's finished audit that comes closest to the day name, and days that the facts themselves name. What was to be done
     * by a day before and is not stays in it, first.
     *
     * @param from the first day; null for today in the network's time zone
     * @param days how many days, 0 to {@link #MAX_DAYS}
     * @throws NotFoundException {@code unknown-network}
     * @throws ConflictException {@code no-snapshot}
     * @throws org.assay.engine.fault.FaultException {@code bad-days}
     */
    Calendar deadlines(String network, @Nullable LocalDate from, int days);

    /**
     * What the same audits find broken now without naming a day, by regime: it is in no calendar.
     *
     * @param from as for {@link #deadlines}
     * @throws NotFoundException {@code unknown-network}
     * @throws ConflictException {@code no-snapshot}
     */
    List<Undated> undated(String network, @Nullable LocalDate from);

    /**
     * Breaches of a regime without a day.
     *
     * @param audit the audit that found them
     * @param requirements how many requirements are broken so
     * @param verdicts how many verdicts say so, by severity
     */
    record Undated(String regime, String audit, int requirements, SortedMap<Severity, Long> verdicts) {
        public Undated {
            verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
        }
    }

    /**
     * What is due.
     *
     * @param network the network's id
     * @param networkName its name
     * @param from the first day
     * @param to the last day
     * @param changedAt when what it was told from changed last: the snapshot, or the audit if that came later
     * @param audit the newest audit of which verdicts were read; null where none is finished yet
     * @param deadlines what is overdue, then the rest; each gravest first, then by day
     * @param silent the installed regimes of which no active pack holds the first day, so that nothing of theirs is told
     * @param unjudged the regimes of which no finished audit knows the newest facts, so that days which verdicts name are not told,
     *     or those of earlier facts; where others were audited, only those of which there are cases
     */
    record Calendar(
            String network,
            String networkName,
            LocalDate from,
            LocalDate to,
            Instant changedAt,
            @Nullable String audit,
            List<Deadline> deadlines,
            List<String> silent,
            List<Unjudged> unjudged) {
        public Calendar {
            deadlines = List.copyOf(deadlines);
            silent = List.copyOf(silent);
            unjudged = List.copyOf(unjudged);
        }
    }

    /**
     * A regime of which no finished audit knows the newest facts.
     *
     * @param audit the audit of earlier facts whose verdicts were read; null where there is none at all
     */
    record Unjudged(String regime, @Nullable String audit) {}
}
