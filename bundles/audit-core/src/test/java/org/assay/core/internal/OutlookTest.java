package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assay.core.AuditDiff;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.Networks.Format;
import org.assay.core.NotFoundException;
import org.assay.core.OutlookView;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlookTest {
    private static final String REGIME = "xx-one";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final String NETWORK =
            """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op", "facts": {"xx-one": {"big": true}}},
             "components": [
               {"id": "c-1", "kind": "equipment", "domain": "core", "product": {"brand": "b", "name": "good"}},
               {"id": "c-2", "kind": "equipment", "domain": "core", "product": {"brand": "b", "name": "bad"}}],
             "evidence": [
               {"id": "e-1", "kind": "report", "issued": "2026-01-15", "validUntil": "2027-02-28", "scope": {"components": ["c-1"]}},
               {"id": "e-2", "kind": "report", "issued": "2027-04-01", "scope": {"components": ["c-1"]}},
               {"id": "f", "kind": "file", "received": "2026-10-05", "scope": {"components": ["c-1"]}}],
             "contracts": [], "orders": []}
            """;
    private static final String PROCEDURE =
            """
            procedures:
              permit:
                title: {en: A permit}
                source: {act: Act, section: "3", mark: choice}
                opens: [{by: evidence.file, start: PENDING}]
                states:
                  PENDING: {title: {en: waiting}}
                  GRANTED: {title: {en: granted by silence}, end: true}
                moves:
                  - {from: PENDING, after: "addMonths(file.received, 9)", to: GRANTED, actor: operator, effects: [{create: permit, copy: {file: [scope]}, set: {validUntil: "addMonths(file.received, 10)"}}]}
                cases:
                  - {given: {evidence: [{id: f, kind: file, received: 2026-10-05}]}, states: {2026-12-04: PENDING, 2027-07-05: GRANTED}}
            """;

    /** Passes while there is a valid report that is younger than 14 months, and always before the 6th of December. */
    private static final String WHEN = "component.product.name == 'good' && ("
            + "evidenceFor(component, 'report').exists(e, addMonths(e.issued, 14) >= asOf && e.validUntil >= asOf)"
            + " || asOf < date('2026-12-06'))";

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, pack("1.0.0", "never"));
        bench.core.networks().put("alpha", "Alpha", "DE", null, "tester");
        bench.core.networks().addSnapshot("alpha", Format.JSON, Bench.stream(NETWORK), "tester");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static byte[] pack(String version, String to) {
        return pack(version, to, WHEN);
    }

    private static byte[] pack(String version, String to, String when) {
        return TestPacks.signed(TestPacks.yaml(REGIME, version, "2026-01-01", to, "good")
                .replace("requirements:\n", PROCEDURE + "requirements:\n")
                .replace(
                        "{when: \"component.product.name == 'good'\", then: PASS",
                        "{when: \"" + when + "\", then: PASS")
                .replace(
                        "{when: \"operator.facts.big\", then: PASS, because: it is big}",
                        "{when: \"operator.facts.big && !evidenceAbout(operator)\", then: PASS, because: it is big}")
                .replace("!evidenceAbout(operator)", "asOf != date('2027-01-10')"));
    }

    private OutlookView outlook(int days) {
        return bench.core.outlooks().outlook("alpha", Set.of(), days, new PageRequest(null, PageRequest.MAX_LIMIT));
    }

    private AuditView on(LocalDate day) {
        return bench.core.audits().create(AuditRequest.of("alpha", List.of(REGIME), day), "tester");
    }

    private static String line(LocalDate day, Verdict from, Verdict to) {
        Verdict some = to == null ? from : to;
        return day + " " + some.requirement() + " " + some.subject().id() + " "
                + (from == null ? null : from.outcome() + from.code() + from.because()) + " "
                + (to == null ? null : to.outcome() + to.code() + to.because());
    }

    /** What audits of every day say. */
    private List<String> everyDay(int days) {
        List<String> lines = new ArrayList<>();
        AuditView before = on(TODAY);
        for (LocalDate day = TODAY.plusDays(1); !day.isAfter(TODAY.plusDays(days)); day = day.plusDays(1)) {
            AuditView after = on(day);
            for (AuditDiff.Change change : bench.core
                    .audits()
                    .diff(before.id(), after.id(), VerdictFilter.ALL, PageRequest.first())
                    .changes()
                    .items()) {
                lines.add(line(day, change.from(), change.to()));
            }
            before = after;
        }
        return lines;
    }

    private static List<String> lines(OutlookView outlook) {
        return outlook.changes().items().stream()
                .map(change -> line(change.day(), change.from(), change.to()))
                .toList();
    }

    @Test
    void itIsWhatAuditsOfEveryDayOfAYearSay() {
        OutlookView outlook = outlook(365);
        assertThat(outlook.isComplete()).isTrue();
        assertThat(lines(outlook)).isEqualTo(everyDay(365));
        assertThat(outlook.days())
                .extracting(day -> day.day().toString())
                .containsExactly("2027-01-10", "2027-01-11", "2027-03-01", "2027-04-01");
        assertThat(outlook.days().get(2)).satisfies(day -> {
            assertThat(day.because()).contains("validUntil 2027-02-28");
            assertThat(day.newFindings()).isEqualTo(1);
            assertThat(day.changed()).isEqualTo(1);
        });
    }

    @Test
    void itFollowsClocksOfCasesAndWhatTheyGrant() {
        String when = "component.product.name == 'good' && (asOf < date('2026-06-01')"
                + " || evidenceFor(component, 'permit').exists(e, e.validUntil >= asOf))";
        bench.core.packs().stage(REGIME, pack("1.1.0", "never", when), "ann");
        bench.core.packs().activate(REGIME, "1.1.0", "ann");

        OutlookView outlook = outlook(365);
        assertThat(lines(outlook)).isEqualTo(everyDay(365));
        assertThat(outlook.days())
                .extracting(day -> day.day() + " " + day.because())
                .contains("2027-07-05 [permit moves to GRANTED]", "2027-08-06 [validUntil 2027-08-05]");
    }

    @Test
    void itSeesPacksThatEndAndPacksThatArePlanned() {
        bench.core.packs().stage(REGIME, pack("2.0.0", "2027-05-31", "component.product.name == 'good'"), "ann");
        bench.core.packs().activate(REGIME, "2.0.0", Instant.parse("2027-01-19T23:00:00Z"), "ann");

        OutlookView outlook = outlook(365);
        assertThat(outlook.days())
                .extracting(day -> day.day() + " " + day.pack() + " " + day.because())
                .contains("2027-06-01 1.0.0 [pack 1.0.0 speaks from then on]");
        assertThat(outlook.days()).extracting(OutlookView.Day::day).doesNotContain(LocalDate.parse("2027-03-01"));
    }

    @Test
    void itIsPagedAndStreamedAlike() {
        List<OutlookView.Change> streamed = new ArrayList<>();
        OutlookView whole = bench.core.outlooks().forEachChange("alpha", Set.of(REGIME), 365, streamed::add);
        assertThat(streamed).isEqualTo(outlook(365).changes().items()).hasSize((int)
                whole.changes().total());

        List<OutlookView.Change> paged = new ArrayList<>();
        String cursor = null;
        do {
            OutlookView page = bench.core.outlooks().outlook("alpha", Set.of(), 365, new PageRequest(cursor, 1));
            paged.addAll(page.changes().items());
            cursor = page.changes().nextCursor();
        } while (cursor != null);
        assertThat(paged).isEqualTo(streamed);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatThrownBy(() -> outlook(0)).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> bench.core.outlooks().outlook("nowhere", Set.of(), 1, PageRequest.first()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bench.core.outlooks().outlook("alpha", Set.of("xx-two"), 1, PageRequest.first()))
                .isInstanceOf(ConflictException.class);
    }
}
