package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.Deadline;
import org.assay.core.Procedures;
import org.assay.core.Verdict;
import org.assay.engine.facts.Ask;
import org.assay.rest.internal.calendar.DeadlineCalendar;
import org.assay.rest.internal.call.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar, read by two libraries. */
class CalendarTest {
    private static final String PATH = "networks/alpha/deadlines.ics";
    private static final LocalDate FEBRUARY = LocalDate.of(2028, 2, 29);
    private static final Instant LATER = Instant.parse("2028-03-03T12:00:00Z");
    private static final String HARD =
            "Remove: a, b; c \\ d\u0007\r\nBEGIN:VEVENT\nÜberprüfung 漢字 \ud83d\udce1 ".repeat(8);

    private final TestApi api = new TestApi();

    @Test
    void theValidatorOfTheWritingLibraryFindsNothing() throws IOException, ParserException {
        assertThat(parsed(text(HARD)).validate(true).getEntries()).isEmpty();
    }

    @Test
    void anotherLibraryReadsTheSameAndFindsNothing() {
        ICalendar calendar = Biweekly.parse(text(HARD)).first();
        assertThat(calendar.validate(ICalVersion.V2_0).toString()).isEmpty();
        VEvent event = calendar.getEvents().get(0);
        assertThat(calendar.getEvents()).hasSize(1);
        String clean = HARD.replaceAll("\\p{Cntrl}", " ");
        assertThat(event.getDescription().getValue()).startsWith(clean + "\nAbout: component x;1, component y");
        assertThat(event.getSummary().getValue())
                .startsWith("operator, x;1 and 3 more: Remove: a, b; c \\ d")
                .hasSizeLessThan(130);
        assertThat(event.getCategories().get(0).getValues()).containsExactly("CLOCK", "CRITICAL", "de-bsi");
        assertThat(event.getPriority().getValue()).isEqualTo(1);
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getUid().getValue()).isEqualTo("alpha-d1@deadlines.assay");
        assertThat(event.getAlarms()).hasSize(2);
        assertThat(event.getAlarms().get(0).getTrigger().getDuration().toMillis())
                .isEqualTo(-Duration.ofDays(14).toMillis());
    }

    @Test
    void itBearsTheNameOfTheNetworkInTheLanguageThatIsWanted() {
        assertThat(name("Alpha, of the hills; north", "en")).isEqualTo("Deadlines of Alpha, of the hills; north");
        assertThat(name("Alpha\u0007", "de")).isEqualTo("Fristen von Alpha ");
        assertThat(name("Alpha", "fr")).isEqualTo("Échéances : Alpha");
        assertThat(name(" ", "en")).isEqualTo("Deadlines of alpha");
    }

    private static String name(String network, String language) {
        ICalendar calendar = Biweekly.parse(text(deadline("Remove it"), FEBRUARY, network, language))
                .first();
        String shown =
                calendar.getExperimentalProperty("X-WR-CALNAME").getValue().replace("\\", "");
        assertThat(calendar.getNames()).extracting(name -> name.getValue()).containsExactly(shown);
        return shown;
    }

    @Test
    void noLineIsLongerThanTheStandardAllowsAndEachEndsAsItSays() {
        String text = text(HARD);
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Honolulu", "Europe/Berlin", "Pacific/Auckland"})
    void itIsTheSameDayWhereverItIsRead(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            String text = text("Remove it");
            assertThat(text).contains("DTSTART;VALUE=DATE:20280229\r\n");
            ICalendar calendar = Biweekly.parse(text).first();
            VEvent event = calendar.getEvents().get(0);
            assertThat(event.getDateStart().getValue().hasTime()).isFalse();
            assertThat(event.getDateStart()
                            .getValue()
                            .toInstant()
                            .atZone(ZoneId.of(zone))
                            .toLocalDate())
                    .isEqualTo(FEBRUARY);
            assertThat(calendar.getTimezoneInfo().getTimezones()).isEmpty();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theSameDeadlinesGiveTheSameBytes() {
        assertThat(text(HARD)).isEqualTo(text(HARD));
    }

    @Test
    void aFeedsSecretOpensItsCalendarAndNothingElse() {
        String[] bare = {"Authorization", ""};
        assertThat(api.get(PATH + "?token=office", bare).is(200).header("Content-Type"))
                .isEqualTo("text/calendar;charset=utf-8");
        assertThat(api.get(PATH + "?token=office&owner=operator", bare).is(200).text())
                .contains("BEGIN:VEVENT");
        assertThat(api.get(PATH + "?token=office&owner=nobody", bare).is(200).text())
                .doesNotContain("BEGIN:VEVENT");
        api.get(PATH + "?token=none", bare).problem(401, "unauthorized");
        api.get(PATH, bare).problem(401, "unauthorized");
        api.get("networks/empty/deadlines.ics?token=office", bare).problem(401, "unauthorized");
        api.get("networks/alpha/deadlines?token=office", bare).problem(401, "unauthorized");
        api.get("networks/alpha/cases?token=office", bare).problem(401, "unauthorized");
        api.send("POST", PATH + "?token=office", null, bare).problem(401, "unauthorized");
        assertThat(api.get(PATH + "?token=none", bare).text()).doesNotContain("none");
    }

    @Test
    void aFeedThatWasWithdrawnOpensNothing() {
        String made = api.post("networks/alpha/feeds", "{\"name\":\"car\"}")
                .is(201)
                .json()
                .path("calendar")
                .asText();
        assertThat(made).endsWith("/api/v1/networks/alpha/deadlines.ics?token=car");
        api.get(PATH + "?token=car", "Authorization", "").is(200);
        api.send("DELETE", "networks/alpha/feeds/car", null).is(204);
        api.get(PATH + "?token=car", "Authorization", "").problem(401, "unauthorized");
    }

    private static Calendar parsed(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    @Test
    void whatIsOverdueStandsOnItsDayAndOnTodaysPage() throws IOException, ParserException {
        Calendar told = parsed(text("Send the report", FEBRUARY.plusDays(3)));
        assertThat(told.validate().hasErrors()).isFalse();
        String text = text("Send the report", FEBRUARY.plusDays(3)).replace("\r\n ", "");
        assertThat(text)
                .contains("UID:alpha-d1@deadlines.assay", "UID:alpha-d1-overdue@deadlines.assay")
                .contains("DTSTART;VALUE=DATE:20280229", "DTSTART;VALUE=DATE:20280303")
                .contains("SUMMARY:OVERDUE\\, operator\\, x\\;1 and 3 more: Send the report")
                .contains("SUMMARY:OVERDUE since 2028-03-01 (day 3)\\, operator\\, x\\;1 and 3 more: Send the report")
                .contains("DESCRIPTION:OVERDUE since 2028-03-01\\nSend the report")
                .contains("SEQUENCE:1\r\n", "SEQUENCE:3\r\n", "PRIORITY:1")
                .contains("DTSTAMP:20280303T000000Z")
                .doesNotContain("BEGIN:VALARM");
    }

    @Test
    void onItsLastDayNothingIsOverdue() {
        assertThat(text("Send the report", FEBRUARY))
                .doesNotContain("OVERDUE", "-overdue")
                .contains("SEQUENCE:0\r\n");
        assertThat(text("Send the report", FEBRUARY.plusDays(1)))
                .contains("SEQUENCE:1\r\n", "OVERDUE since 2028-03-01");
    }

    @Test
    void whereItIsNotKnownWhetherItMustBeDoneTheQuestionIsThere() {
        assertThat(text("Remove it").replace("\r\n ", ""))
                .contains("\\nIt depends on what is not known yet:\\n"
                        + "ask the operator: Was y removed? (component/y/removed)");
    }

    @Test
    void allItsWordsAreInTheLanguageThatIsWantedAndARegimesTextsThatAreNotInEnglish() {
        String text =
                text(deadline("Send it"), FEBRUARY.plusDays(3), "Alpha", "de").replace("\r\n ", "");
        assertThat(text)
                .contains("SUMMARY:ÜBERFÄLLIG seit 2028-03-01 (Tag 3)\\, Betreiber\\, x\\;1 und 3 weitere: Send it")
                .contains("\\nBetrifft: Komponente x\\;1\\, Komponente y und 2 weitere\\nNetz: alpha\\nWer: Betreiber")
                .contains("\\nQuelle: TKG\\, § 165(4) (")
                .contains("noch nicht bekannt ist:\\nzu fragen (Betreiber): Was y removed?")
                .doesNotContain("OVERDUE", "About", "operator", "more");
        String french =
                text(deadline("Send it"), FEBRUARY.minusDays(9), "Alpha", "fr").replace("\r\n ", "");
        assertThat(french.split("opérateur\\\\, x\\\\;1 et 3 de plus: Send it")).hasSizeGreaterThan(3);
    }

    @Test
    void aFeedTakesTheLanguageInItsAddressAndRefusesOneThatItDoesNotSpeak() {
        assertThat(api.get(PATH + "?token=office&language=fr", "Authorization", "")
                        .is(200)
                        .text())
                .contains("X-WR-CALNAME:Échéances");
        assertThat(api.get(PATH + "?token=office", "Authorization", "", "Accept-Language", "de")
                        .is(200)
                        .text())
                .contains("X-WR-CALNAME:Fristen von");
        api.get(PATH + "?language=it").problem(400, "invalid-parameter");
    }

    @Test
    void whatFollowsFromTheFactsAloneSaysOfWhatTheFactIs() {
        Deadline one = new Deadline(
                        "d2",
                        FEBRUARY,
                        Deadline.Kind.CONDITION,
                        Severity.HIGH,
                        "",
                        "terms",
                        "operator",
                        Map.of("en", "Send it"),
                        "",
                        List.of(new Subject("evidence.decision", "d-1")),
                        1,
                        List.of())
                .naming(List.of(new Subject("component", "amf-1")));
        assertThat(text(one, FEBRUARY.minusDays(9), "Alpha", "en").replace("\r\n ", ""))
                .contains("About: evidence (decision) d-1 (component amf-1)\\n", "Source: the facts: terms (d-1)");
        assertThat(text(one, FEBRUARY.minusDays(9), "Alpha", "de").replace("\r\n ", ""))
                .contains(
                        "Betrifft: Nachweis (decision) d-1 (Komponente amf-1)\\n", "Quelle: die Angaben: terms (d-1)");
    }

    @Test
    void noEventWasRevisedAfterTheMomentOfTheCall() {
        String ahead = text("Send it", FEBRUARY.plusDays(4));
        assertThat(ahead).contains("DTSTAMP:20280303T000000Z", "SEQUENCE:4").doesNotContain("20280304T000000Z");
    }

    private static String text(String task) {
        return text(task, FEBRUARY.minusDays(9));
    }

    private static String text(String task, LocalDate from) {
        return text(deadline(task), from, "Alpha, of the hills; north", "en");
    }

    private static Deadline deadline(String task) {
        return new Deadline(
                "d1",
                FEBRUARY,
                Deadline.Kind.CLOCK,
                Severity.CRITICAL,
                "de-bsi",
                "contract2024 → BREACH",
                "operator",
                Map.of("en", task),
                "TKG, § 165(4)",
                List.of(new Subject("component", "x;1"), new Subject("component", "y")),
                4,
                List.of(new Verdict.MissingFact("component/y/removed", new Ask("operator", "Was y removed?"))));
    }

    private static String text(Deadline one, LocalDate from, String name, String language) {
        Procedures.Calendar told = new Procedures.Calendar(
                "alpha", name, from, FEBRUARY, FakeCore.NOW, null, List.of(one), List.of(), List.of());
        return DeadlineCalendar.of(told, told.deadlines(), Languages.only(language), LATER);
    }
}
