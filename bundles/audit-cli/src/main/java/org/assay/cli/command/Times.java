package org.assay.cli.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.view.Terminal;

/** Times as people write them. */
final class Times {
    private Times() {}

    /** A moment as the API takes it; of a day its start in UTC, or that of a later one. */
    static String moment(String text, int daysLater) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toString()
                    : OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException wrong) {
            throw new CliException(
                    ExitCode.BAD_INPUT,
                    "'" + Terminal.safe(text) + "' is no time: write 2026-12-06, or 2026-12-06T00:00+01:00");
        }
    }
}
