package org.assay.cli.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.view.Terminal;

/** Times as people write them. */
final class Times {
    private Times() {}

    /** Whether it is a day, not a moment. */
    static boolean isDay(String text) {
        return text.indexOf('T') < 0;
    }

    /** A day as the API takes it, where it knows itself in which time zone the day begins. */
    static String day(String text) {
        return read(text, () -> LocalDate.parse(text).toString());
    }

    /** A moment as the API takes it; of a day its start in UTC, or that of a later one. */
    static String moment(String text, int daysLater) {
        return read(
                text,
                () -> isDay(text)
                        ? start(text, daysLater)
                        : OffsetDateTime.parse(text).toInstant().toString());
    }

    private static String start(String day, int daysLater) {
        return LocalDate.parse(day)
                .plusDays(daysLater)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toString();
    }

    private static String read(String text, Supplier<String> reader) {
        try {
            return reader.get();
        } catch (DateTimeException wrong) {
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    "'" + Terminal.safe(text) + "' is no time: write 2026-12-06, or 2026-12-06T00:00+01:00");
        }
    }
}
