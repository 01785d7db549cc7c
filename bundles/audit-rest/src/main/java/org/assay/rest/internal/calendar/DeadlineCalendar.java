package org.assay.rest.internal.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.CalScale;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Priority;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.Deadline;
import org.assay.core.Procedures;
import org.assay.rest.internal.call.Languages;

/**
 * Deadlines as iCalendar (RFC 5545, 7986): each is an event of one whole day, without a time zone, because the last day in time
 * is a civil day wherever it is read. The same deadlines of the same day give the same bytes. A deadline's day is part of its
 * id, so its event never moves; it is revised once, when it is overdue. (Only a question about a case that no clock gives a day
 * stands on the calendar's first.) What is overdue has a second event, which moves with
 * the first day of the calendar, so that it stands on today's page until it is done. Stateless.
 */
public final class DeadlineCalendar {
    /** The media type. */
    public static final String TYPE = "text/calendar";

    private static final String DOMAIN = "@deadlines.assay";
    private static final Duration REFRESH = Duration.ofHours(12);
    private static final int SUMMARY = 120;

    private final Procedures.Calendar told;
    private final Languages languages;
    private final CalendarWords words;
    private final LocalDate today;

    private DeadlineCalendar(Procedures.Calendar told, Languages languages, Instant now) {
        this.told = told;
        this.languages = languages;
        this.words = new CalendarWords(languages);
        this.today = now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * The text of a calendar file.
     *
     * @param due those of {@code told} that are wanted
     * @param now no event says that it was revised later
     */
    public static String of(Procedures.Calendar told, List<Deadline> due, Languages languages, Instant now) {
        return new DeadlineCalendar(told, languages, now).text(due);
    }

    /** Whether it has words of its own in a language. */
    public static boolean speaks(String language) {
        return CalendarWords.SPOKEN.contains(language);
    }

    private String text(List<Deadline> due) {
        String network = clean(told.networkName().isBlank() ? told.network() : told.networkName());
        String name = words.say("Deadlines of") + " " + network;
        List<Property> head = List.of(
                new ProdId("-//Assay//Deadlines//EN"),
                new Version(new ParameterList(), "2.0"),
                new CalScale("GREGORIAN"),
                new Name(new ParameterList(), name),
                new XProperty("X-WR-CALNAME", name),
                new XProperty("X-PUBLISHED-TTL", REFRESH.toString()),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        List<CalendarComponent> events = due.stream().flatMap(this::events).toList();
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false)
                    .output(new Calendar(new PropertyList(head), new ComponentList<>(events)), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Folding.byOctets(text.toString());
    }

    private Stream<CalendarComponent> events(Deadline one) {
        String task = clean(languages.of(one.text()));
        String summary = clean(words.say(one.owner())) + ", " + first(one) + ": " + task;
        if (!one.isOverdue(told.from())) {
            return Stream.of(new Entry(one, "", one.day(), 0, summary, description(one, task)).event());
        }
        LocalDate since = one.day().plusDays(1);
        int days = Math.toIntExact(ChronoUnit.DAYS.between(one.day(), told.from()));
        String late = words.say("OVERDUE") + " " + words.say("since") + " " + since;
        String text = late + "\n" + description(one, task);
        return Stream.of(
                new Entry(one, "", one.day(), 1, words.say("OVERDUE") + ", " + summary, text).event(),
                new Entry(
                                one,
                                "-overdue",
                                told.from(),
                                days,
                                late + " (" + words.say("day") + " " + days + "), " + summary,
                                text)
                        .event());
    }

    /** An event of one whole day; a higher sequence replaces what a program has of the same id. */
    private final class Entry {
        private final Deadline one;
        private final String suffix;
        private final LocalDate day;
        private final int sequence;
        private final String summary;
        private final String description;

        Entry(Deadline one, String suffix, LocalDate day, int sequence, String summary, String description) {
            this.one = one;
            this.suffix = suffix;
            this.day = day;
            this.sequence = sequence;
            this.summary = cut(summary);
            this.description = description;
        }

        private VEvent event() {
            PropertyList properties = new PropertyList(List.of(
                    new Uid(told.network() + "-" + one.id() + suffix + DOMAIN),
                    new DtStamp(revised()),
                    new LastModified(revised()),
                    new Sequence(sequence),
                    new DtStart<>(day),
                    new Summary(summary),
                    new Description(description),
                    new Categories(new TextList(categories(one))),
                    new Priority(sequence > 0 ? 1 : priority(one.severity())),
                    new Transp("TRANSPARENT")));
            List<Period> before = sequence > 0 ? List.of() : alarms(one.severity());
            return new VEvent(
                    properties,
                    new ComponentList<>(before.stream()
                            .map(period -> alarm(period, summary))
                            .toList()));
        }

        /** What is overdue says so anew with each day: of the calendar, but where the network's day has begun before that of UTC. */
        private Instant revised() {
            LocalDate day = told.from().isAfter(today) ? today : told.from();
            Instant anew = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            return sequence > 0 && anew.isAfter(told.changedAt()) ? anew : told.changedAt();
        }
    }

    /** Of the subjects the first: many tasks have the same words. */
    private String first(Deadline one) {
        String id = clean(one.subjects().stream().findFirst().map(Subject::id).orElse(one.about()));
        return id + more(one.count() - 1);
    }

    private String more(int others) {
        return others > 0 ? " " + words.say("and %d more", others) : "";
    }

    private String description(Deadline one, String task) {
        String names = one.names().isEmpty() ? "" : " (" + told(one.names()) + ")";
        return String.join(
                "\n",
                task,
                words.say(
                        "About: %s",
                        told(one.subjects()) + more(one.count() - one.subjects().size()) + names),
                words.say("Network: %s", told.network()),
                words.say("Who: %s", clean(words.say(one.owner()))),
                words.say("Source: %s", clean(source(one))) + questions(one));
    }

    private String told(List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> clean(words.kind(subject.kind()) + " " + subject.id()))
                .collect(Collectors.joining(", "));
    }

    /** The law; of what follows from the facts alone, which fact of what says so. */
    private String source(Deadline one) {
        if (one.regime().isEmpty()) {
            return words.say("the facts: %s", one.about() + " (" + first(one) + ")");
        }
        return one.source().isEmpty() ? one.about() : one.source() + " (" + one.about() + ")";
    }

    /** Whom to ask what, where it is not known whether it must be done. */
    private String questions(Deadline one) {
        String asked = one.missing().stream()
                .map(fact -> "\n"
                        + words.say(
                                "ask the %s: %s",
                                clean(words.say(fact.ask().of())),
                                clean(languages.of(fact.ask().questions()) + " (" + fact.path() + ")")))
                .collect(Collectors.joining());
        return asked.isEmpty() ? "" : "\n" + words.say("It depends on what is not known yet:") + asked;
    }

    private static String[] categories(Deadline one) {
        String kind = one.kind().name();
        String severity = one.severity().name();
        return one.regime().isEmpty()
                ? new String[] {kind, severity}
                : new String[] {kind, severity, clean(one.regime())};
    }

    private static VAlarm alarm(Period before, String text) {
        return new VAlarm(new PropertyList(List.of(
                new Action("DISPLAY"),
                new Trigger(new ParameterList(List.of(Related.START)), before),
                new Description(text))));
    }

    private static List<Period> alarms(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> List.of(Period.ofDays(-14), Period.ofDays(-2));
            case MEDIUM -> List.of(Period.ofDays(-7));
            case LOW, INFO -> List.of();
        };
    }

    private static int priority(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 1;
            case HIGH -> 3;
            case MEDIUM -> 5;
            case LOW -> 7;
            case INFO -> 9;
        };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SUMMARY
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SUMMARY - 1)) + "…";
    }

    /** A document's text without control characters, which no calendar may hold. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return clean.toString();
    }
}
