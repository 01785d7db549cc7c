package org.assay.rest.internal.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
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
import net.fortuna.ical4j.model.property.Priority;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import org.assay.api.Severity;
import org.assay.core.Deadline;
import org.assay.core.Procedures;
import org.assay.rest.internal.call.Languages;

/**
 * Deadlines as iCalendar (RFC 5545, 7986): each is an event of one whole day, without a time zone, because the last day in time
 * is a civil day wherever it is read. The same deadlines give the same bytes. A deadline's day is part of its id, so an
 * event never moves, and its SEQUENCE stays 0. Stateless.
 */
public final class DeadlineCalendar {
    /** The media type. */
    public static final String TYPE = "text/calendar";

    private static final String DOMAIN = "@deadlines.assay";
    private static final Duration REFRESH = Duration.ofHours(12);
    private static final int SUMMARY = 120;

    private final Procedures.Calendar told;
    private final URI address;
    private final Languages languages;

    private DeadlineCalendar(Procedures.Calendar told, URI address, Languages languages) {
        this.told = told;
        this.address = address;
        this.languages = languages;
    }

    /**
     * The text of a calendar file.
     *
     * @param due those of {@code told} that are wanted
     * @param address where a person finds all of them
     */
    public static String of(Procedures.Calendar told, List<Deadline> due, URI address, Languages languages) {
        return new DeadlineCalendar(told, address, languages).text(due);
    }

    private String text(List<Deadline> due) {
        String name = "Deadlines of " + told.network();
        List<Property> head = List.of(
                new ProdId("-//Assay//Deadlines//EN"),
                new Version(new ParameterList(), "2.0"),
                new CalScale("GREGORIAN"),
                new XProperty("X-WR-CALNAME", name),
                new XProperty("X-PUBLISHED-TTL", REFRESH.toString()),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        List<CalendarComponent> events =
                due.stream().map(one -> (CalendarComponent) event(one)).toList();
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false)
                    .output(new Calendar(new PropertyList(head), new ComponentList<>(events)), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Folding.byOctets(text.toString());
    }

    private VEvent event(Deadline one) {
        String task = clean(languages.of(one.text()));
        String summary = clean(one.owner()) + ": " + task;
        PropertyList properties = new PropertyList(List.of(
                new Uid(told.network() + "-" + one.id() + DOMAIN),
                new DtStamp(told.changedAt()),
                new LastModified(told.changedAt()),
                new Sequence(0),
                new DtStart<>(one.day()),
                new Summary(cut(summary)),
                new Description(description(one, task)),
                new Categories(new TextList(categories(one))),
                new Priority(priority(one.severity())),
                new Transp("TRANSPARENT"),
                new Url(address)));
        List<VAlarm> alarms = alarms(one.severity()).stream()
                .map(before -> alarm(before, cut(summary)))
                .toList();
        return new VEvent(properties, new ComponentList<>(alarms));
    }

    private static String description(Deadline one, String task) {
        String subjects = one.subjects().stream()
                .map(subject -> clean(subject.kind() + " " + subject.id()))
                .collect(Collectors.joining(", "));
        int more = one.count() - one.subjects().size();
        return String.join(
                "\n",
                task,
                "About: " + subjects + (more > 0 ? " and " + more + " more" : ""),
                "Who: " + clean(one.owner()),
                "Source: " + clean(one.source().isEmpty() ? one.about() : one.source() + " (" + one.about() + ")"));
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
