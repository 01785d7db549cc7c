package org.assay.rest.internal.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.rest.internal.view.FindingJson;
import org.assay.rest.internal.view.VerdictJson;
import org.assay.rest.internal.view.WaiverJson;
import org.jspecify.annotations.Nullable;

/** Verdicts and findings as cells of a table. */
public final class VerdictCells {
    private static final List<String> VERDICT = List.of(
            "regime",
            "requirement",
            "title",
            "subjectKind",
            "subject",
            "outcome",
            "code",
            "severity",
            "binding",
            "due",
            "settled",
            "historic",
            "because",
            "waiver",
            "waivedBy",
            "waivedUntil");

    /** The table of verdicts: what came later stands at the end, so that who reads by place reads on. */
    public static final Streams.Table VERDICTS =
            new Streams.Table("verdicts", with(VERDICT, "remedy", "missing", "askOf"));

    /** The table of findings: a verdict's columns and more. */
    public static final Streams.Table FINDINGS = new Streams.Table(
            "findings",
            with(
                    VERDICT,
                    "remedy",
                    "act",
                    "section",
                    "url",
                    "missing",
                    "consequence",
                    "addressee",
                    "concerns",
                    "askOf"));

    private VerdictCells() {}

    /** A verdict's cells. */
    public static List<String> of(VerdictJson verdict) {
        return with(cells(verdict), text(verdict.remedy()), missing(verdict), askOf(verdict));
    }

    private static List<String> cells(VerdictJson verdict) {
        WaiverJson.Ref waiver = verdict.waiver();
        return List.of(
                verdict.regime(),
                verdict.requirement(),
                verdict.title(),
                verdict.subject().kind(),
                verdict.subject().id(),
                verdict.outcome().name(),
                text(verdict.code()),
                verdict.severity(),
                verdict.binding(),
                text(verdict.due()),
                Boolean.toString(verdict.settled()),
                Boolean.toString(verdict.historic()),
                text(verdict.because()),
                waiver == null ? "" : waiver.id(),
                waiver == null ? "" : waiver.owner(),
                waiver == null ? "" : waiver.until());
    }

    /** A finding's cells. */
    public static List<String> of(FindingJson finding) {
        return with(
                cells(finding.verdict()),
                text(finding.verdict().remedy()),
                finding.source().act(),
                finding.source().section(),
                text(finding.source().url()),
                missing(finding.verdict()),
                text(finding.consequence()),
                finding.addressee(),
                String.join(" ", finding.concerns()),
                askOf(finding.verdict()));
    }

    /** What is missing, with the question. */
    private static String missing(VerdictJson verdict) {
        return verdict.missing().stream()
                .map(fact -> fact.path() + ": " + fact.question())
                .collect(Collectors.joining("; "));
    }

    /** Whom to ask, in the order of what is missing. */
    private static String askOf(VerdictJson verdict) {
        return verdict.missing().stream().map(fact -> fact.of()).collect(Collectors.joining("; "));
    }

    private static List<String> with(List<String> cells, String... more) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
