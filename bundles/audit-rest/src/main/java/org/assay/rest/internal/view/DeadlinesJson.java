package org.assay.rest.internal.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assay.core.Deadline;
import org.assay.core.Page;
import org.assay.core.Procedures;
import org.assay.engine.facts.Days;
import org.assay.rest.internal.call.Languages;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is due for a network.
 *
 * @param network the network's id
 * @param from the first day
 * @param to the last day
 * @param audit the newest audit whose verdicts were read; left out where none is finished
 * @param items what is overdue, then the rest; each gravest first, then by day
 * @param nextCursor left out at the end
 * @param total how many there are in all
 * @param undated by regime what is broken now without a day, so that it is not among the items; left out where there is none
 * @param unjudged regimes of which no finished audit knows the newest facts; left out where there is none
 * @param silent installed regimes of which nothing is told, for want of rules; left out where there is none
 */
public record DeadlinesJson(
        String network,
        String from,
        String to,
        @Nullable String audit,
        List<Due> items,
        @Nullable String nextCursor,
        long total,
        @Nullable List<Undated> undated,
        @Nullable List<Unjudged> unjudged,
        @Nullable List<Silent> silent) {

    /** A page of what core knows, with those of the silent regimes that were asked about. */
    public static DeadlinesJson of(
            Procedures.Calendar calendar,
            List<Procedures.Undated> broken,
            Page<Deadline> page,
            Predicate<String> asked,
            Languages languages) {
        List<Undated> undated = broken.stream()
                .filter(one -> asked.test(one.regime()))
                .map(Undated::of)
                .toList();
        List<Unjudged> unjudged = calendar.unjudged().stream()
                .filter(one -> asked.test(one.regime()))
                .map(Unjudged::of)
                .toList();
        List<Silent> silent = calendar.silent().stream()
                .filter(asked)
                .map(regime -> Silent.of(regime, Days.print(calendar.from())))
                .toList();
        return new DeadlinesJson(
                calendar.network(),
                Days.print(calendar.from()),
                Days.print(calendar.to()),
                calendar.audit(),
                page.items().stream()
                        .map(one -> Due.of(one, calendar.from(), languages))
                        .toList(),
                page.nextCursor(),
                page.total(),
                undated.isEmpty() ? null : undated,
                unjudged.isEmpty() ? null : unjudged,
                silent.isEmpty() ? null : silent);
    }

    /** What is broken of a regime without a day. */
    public record Undated(
            String regime,
            String audit,
            int requirements,
            long verdicts,
            Map<String, Long> severities,
            String because,
            String remedy) {
        static Undated of(Procedures.Undated one) {
            Map<String, Long> severities = new LinkedHashMap<>();
            one.verdicts().forEach((severity, count) -> severities.put(Words.of(severity), count));
            long all =
                    one.verdicts().values().stream().mapToLong(Long::longValue).sum();
            String counts = severities.entrySet().stream()
                    .map(some -> some.getValue() + " " + some.getKey())
                    .collect(Collectors.joining(", "));
            String what = (all == 1 ? "1 verdict" : all + " verdicts") + " of "
                    + (one.requirements() == 1 ? "1 requirement" : one.requirements() + " requirements");
            return new Undated(
                    one.regime(),
                    one.audit(),
                    one.requirements(),
                    all,
                    severities,
                    what + (all == 1 ? " is" : " are") + " FAIL and without a day (" + counts
                            + "): not among what is due here",
                    "GET /audits/" + one.audit() + "/findings?outcome=FAIL&regime=" + one.regime() + " lists them");
        }
    }

    /** A regime whose verdicts are missing here, or are of earlier facts. */
    public record Unjudged(String regime, @Nullable String audit, String because, String remedy) {
        static Unjudged of(Procedures.Unjudged one) {
            return new Unjudged(
                    one.regime(),
                    one.audit(),
                    one.audit() == null
                            ? "no audit by it is finished: what its cases ask for is here, what its verdicts would ask for is not"
                            : "its audit was made of earlier facts: days that its verdicts name may be out of date",
                    "POST /audits judges the newest facts");
        }
    }

    /** An installed regime that has no rules for the day. */
    public record Silent(String regime, String because, String remedy) {
        static Silent of(String regime, String day) {
            return new Silent(
                    regime,
                    "it is installed, but no active pack of it holds " + day + ": nothing that it asks for is here",
                    "GET /regimes/" + regime + "/packs lists its packs; activate one that holds the day");
        }
    }

    /** Something that is due. */
    public record Due(
            String id,
            String day,
            long daysLeft,
            @Nullable String overdueSince,
            @Nullable Long daysOverdue,
            String kind,
            String severity,
            @Nullable String regime,
            String about,
            String owner,
            String text,
            @Nullable String source,
            List<SubjectJson> subjects,
            int count,
            @Nullable List<SubjectJson> names,
            List<MissingJson> missing) {
        static Due of(Deadline one, LocalDate from, Languages languages) {
            long left = ChronoUnit.DAYS.between(from, one.day());
            boolean overdue = one.isOverdue(from);
            return new Due(
                    one.id(),
                    Days.print(one.day()),
                    left,
                    overdue ? Days.print(one.day().plusDays(1)) : null,
                    overdue ? -left : null,
                    Words.of(one.kind()),
                    Words.of(one.severity()),
                    Words.orNone(one.regime()),
                    one.about(),
                    one.owner(),
                    languages.of(one.text()),
                    Words.orNone(one.source()),
                    one.subjects().stream().map(SubjectJson::of).toList(),
                    one.count(),
                    one.names().isEmpty()
                            ? null
                            : one.names().stream().map(SubjectJson::of).toList(),
                    MissingJson.of(one.missing(), languages));
        }
    }
}
