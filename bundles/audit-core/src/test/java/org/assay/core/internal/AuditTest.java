package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.AuditDiff;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.Comparison;
import org.assay.core.ConflictException;
import org.assay.core.Finding;
import org.assay.core.NotFoundException;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.SubjectView;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path data;

    private Bench bench;
    private Audits audits;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));
        bench.arrive("xx-two", 2, TestPacks.pack("xx-two", "1.0.0", "b"));
        audits = bench.core.audits();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static VerdictFilter outcomes(Outcome... outcomes) {
        return new VerdictFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(outcomes), Set.of(), false);
    }

    @Test
    void pinsEverythingItWasMadeFrom() {
        String digest = bench.network("alpha", "a").snapshot().digest();

        AuditView audit = bench.audit("alpha", "xx-two", "xx-one");

        assertThat(audit.state()).isEqualTo(AuditView.State.DONE);
        assertThat(audit.progress()).isEqualTo(100);
        assertThat(audit.snapshot()).isEqualTo(digest);
        assertThat(audit.asOf()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(audit.knownAt()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(audit.createdBy()).isEqualTo("tester");
        assertThat(audit.regimes()).extracting(AuditView.RegimePart::regime).containsExactly("xx-two", "xx-one");
        assertThat(audit.regimes()).allSatisfy(part -> {
            assertThat(part.options()).isEqualTo(Map.of("strict", false));
            assertThat(part.verdicts()).isEqualTo(3);
            assertThat(part.verdictDigest()).startsWith("sha256:");
        });
        assertThat(audits.get(audit.id())).isEqualTo(audit);
    }

    @Test
    void takesTodayInTheNetworksTimeZone() {
        bench.network("alpha", "a");
        bench.clock.forward(Duration.ofHours(11).plusMinutes(30));

        assertThat(bench.audit("alpha", "xx-one").asOf()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void countsWhatItsListsGive() {
        bench.network("alpha", "b");
        AuditView audit = bench.audit("alpha", "xx-one", "xx-two");

        assertThat(audit.counts())
                .isEqualTo(Map.of(Outcome.FAIL, 1L, Outcome.UNKNOWN, 1L, Outcome.PASS, 2L, Outcome.NOT_APPLICABLE, 2L));
        for (Outcome outcome : Outcome.values()) {
            List<Verdict> all = new ArrayList<>();
            audits.forEachVerdict(audit.id(), outcomes(outcome), all::add);
            assertThat((long) all.size()).isEqualTo(audit.counts().getOrDefault(outcome, 0L));
        }
        List<Finding> findings = new ArrayList<>();
        audits.forEachFinding(audit.id(), VerdictFilter.ALL, findings::add);
        assertThat((long) findings.size())
                .isEqualTo(audit.regimes().stream()
                        .mapToLong(AuditView.RegimePart::findings)
                        .sum());
    }

    @Test
    void pagesThroughVerdictsGravestFirst() {
        bench.network("alpha", "b");
        String id = bench.audit("alpha", "xx-one", "xx-two").id();
        List<Verdict> paged = new ArrayList<>();
        String cursor = null;
        do {
            Page<Verdict> page = audits.verdicts(id, VerdictFilter.ALL, new PageRequest(cursor, 2));
            assertThat(page.total()).isEqualTo(6);
            paged.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        List<Verdict> whole = new ArrayList<>();
        audits.forEachVerdict(id, VerdictFilter.ALL, whole::add);
        assertThat(paged).isEqualTo(whole).hasSize(6);
        assertThat(paged)
                .extracting(Verdict::outcome)
                .containsExactly(
                        Outcome.FAIL,
                        Outcome.UNKNOWN,
                        Outcome.PASS,
                        Outcome.PASS,
                        Outcome.NOT_APPLICABLE,
                        Outcome.NOT_APPLICABLE);
    }

    @Test
    void refusesACursorOfAnotherList() {
        bench.network("alpha", "b");
        String id = bench.audit("alpha", "xx-one", "xx-two").id();
        String cursor =
                audits.verdicts(id, VerdictFilter.ALL, new PageRequest(null, 1)).nextCursor();

        for (String wrong : List.of(cursor, "nonsense", "!", "")) {
            assertThatThrownBy(() -> audits.verdicts(id, outcomes(Outcome.PASS), new PageRequest(wrong, 1)))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.faults()).extracting(Fault::code).containsExactly("unknown-cursor"));
        }
    }

    @Test
    void filtersByEverything() {
        bench.network("alpha", "b");
        String id = bench.audit("alpha", "xx-one", "xx-two").id();

        assertThat(audits.verdicts(
                                id,
                                new VerdictFilter(
                                        Set.of("xx-one"),
                                        Set.of("XX-ONE-MODEL"),
                                        Set.of("component"),
                                        Set.of("c-1"),
                                        Set.of(Outcome.FAIL),
                                        Set.of(Severity.HIGH),
                                        false),
                                PageRequest.first())
                        .items())
                .extracting(Verdict::subject)
                .containsExactly(new Subject("component", "c-1"));
        Page<Verdict> ofOne = audits.verdicts(
                id,
                new VerdictFilter(Set.of(), Set.of(), Set.of(), Set.of("c-2"), Set.of(), Set.of(), false),
                PageRequest.first());
        assertThat(ofOne.total()).isEqualTo(2);
        assertThat(ofOne.items()).allMatch(verdict -> verdict.subject().id().equals("c-2"));
    }

    @Test
    void givesAFindingAllThatSomebodyNeedsToActOnIt() {
        bench.network("alpha", "b");
        String id = bench.audit("alpha", "xx-one", "xx-two").id();

        List<Finding> findings =
                audits.findings(id, VerdictFilter.ALL, PageRequest.first()).items();

        Finding fail = findings.get(0);
        assertThat(fail.verdict().because()).isEqualTo(Map.of("en", "b is not a", "de", "b ist nicht a"));
        assertThat(fail.verdict().title()).containsEntry("de", "Nur a");
        assertThat(fail.verdict().remedy()).containsEntry("en", "replace it");
        assertThat(fail.source().act()).isEqualTo("Act");
        assertThat(fail.consequence()).containsEntry("en", "A fine");
        assertThat(fail.facts()).isNotEmpty();
        Finding unknown = findings.get(1);
        assertThat(unknown.verdict().requirement()).isEqualTo("XX-TWO-SIZE");
        assertThat(unknown.verdict().asks())
                .extracting(ask -> ask.ask().question())
                .containsExactly("Are you big?");
        assertThat(unknown.consequence()).isEmpty();
    }

    @Test
    void saysOfEveryVerdictWhatItsFindingSays() {
        bench.network("alpha", "b");
        String id = bench.audit("alpha", "xx-one", "xx-two").id();
        List<Finding> findings =
                audits.findings(id, VerdictFilter.ALL, PageRequest.first()).items();

        List<Verdict> verdicts =
                audits.verdicts(id, VerdictFilter.ALL, PageRequest.first()).items();

        assertThat(findings).extracting(Finding::verdict).hasSizeGreaterThan(1).isSubsetOf(verdicts);
    }

    @Test
    void explainsEveryVerdictOfAComponentClauseByClause() {
        bench.network("alpha", "b");
        String id = bench.audit("alpha", "xx-one", "xx-two").id();

        SubjectView view = audits.subject(id, "component", "c-1");

        assertThat(view.facts()).containsEntry("domain", "core").containsEntry("product", Map.of("name", "b"));
        assertThat(view.verdicts())
                .extracting(explained -> explained.finding().verdict().outcome())
                .containsExactly(Outcome.FAIL, Outcome.PASS);
        List<SubjectView.Clause> clauses = view.verdicts().get(0).clauses();
        assertThat(clauses).extracting(SubjectView.Clause::truth).containsExactly("false", "false", "false", "true");
        assertThat(clauses).extracting(SubjectView.Clause::decided).containsExactly(false, false, false, true);
        assertThat(clauses.get(2).when()).isEqualTo("component.product.name == 'a'");
        assertThat(clauses.get(3).when()).isEmpty();
        assertThatThrownBy(() -> audits.subject(id, "component", "c-9")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> audits.subject(id, "nonsense", "c-1")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void usesChosenOptionsAndRefusesWrongOnes() {
        bench.network("alpha", "b");
        AuditView strict = audits.create(
                new AuditRequest(
                        "alpha", List.of("xx-one"), null, null, null, Map.of("xx-one", Map.of("strict", true))),
                "ann");

        assertThat(strict.regimes().get(0).options()).isEqualTo(Map.of("strict", true));
        Verdict fail = audits.verdicts(strict.id(), outcomes(Outcome.FAIL), PageRequest.first())
                .items()
                .get(0);
        assertThat(fail.code()).isEqualTo("STRICT");
        assertThat(fail.severity()).isEqualTo(Severity.CRITICAL);
        assertThatThrownBy(() -> audits.create(
                        new AuditRequest(
                                "alpha",
                                List.of("xx-one"),
                                null,
                                null,
                                null,
                                Map.of("xx-one", Map.of("strict", "yes"))),
                        "ann"))
                .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("/options/xx-one/strict"));
        assertThatThrownBy(() -> audits.create(
                        new AuditRequest(
                                "alpha", List.of("xx-one"), null, null, null, Map.of("xx-one", Map.of("lax", true))),
                        "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("it has strict");
    }

    @Test
    void refusesARequestWithoutRegimesOrWithOneTwice() {
        bench.network("alpha", "b");

        assertThatThrownBy(() -> bench.audit("alpha")).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> bench.audit("alpha", "xx-one", "xx-one")).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> bench.audit("beta", "xx-one")).isInstanceOf(NotFoundException.class);
        bench.core.networks().put("beta", "Beta", "DE", null, "ann");
        assertThatThrownBy(() -> bench.audit("beta", "xx-one"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("no-snapshot"));
        assertThat(audits.list(null, false, PageRequest.first()).total()).isZero();
    }

    @Test
    void showsRegimesSideBySideStrictestFirst() {
        bench.network("alpha", "a");
        String id = bench.audit("alpha", "xx-one", "xx-two").id();

        Comparison comparison = audits.compare(id, VerdictFilter.ALL, PageRequest.first());

        assertThat(comparison.regimes()).extracting(Comparison.Column::regime).containsExactly("xx-two", "xx-one");
        assertThat(comparison.rows().items())
                .extracting(row -> row.subject().id())
                .containsExactly("c-1", "c-2");
        assertThat(comparison.rows().items().get(0).cells())
                .extracting(Verdict::regime, Verdict::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("xx-two", Outcome.FAIL),
                        org.assertj.core.groups.Tuple.tuple("xx-one", Outcome.PASS));
        Page<Comparison.Row> second = audits.compare(
                        id,
                        VerdictFilter.ALL,
                        new PageRequest(
                                audits.compare(id, VerdictFilter.ALL, new PageRequest(null, 1))
                                        .rows()
                                        .nextCursor(),
                                1))
                .rows();
        assertThat(second.items()).extracting(row -> row.subject().id()).containsExactly("c-2");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void tellsWhatChangedBetweenTwoAudits() {
        bench.network("alpha", "a");
        String before = bench.audit("alpha", "xx-one", "xx-two").id();
        bench.snapshot("alpha", "b");
        String after = bench.audit("alpha", "xx-one").id();

        AuditDiff diff = audits.diff(before, after, VerdictFilter.ALL, new PageRequest(null, 1));
        AuditDiff rest = audits.diff(
                before, after, VerdictFilter.ALL, new PageRequest(diff.changes().nextCursor(), 100));

        assertThat(diff.changes().total()).isEqualTo(4);
        assertThat(diff.flips()).contains(new AuditDiff.Flip("xx-one", Outcome.PASS, Outcome.FAIL, 1));
        AuditDiff.Change flip = diff.changes().items().get(0);
        assertThat(flip.from()).isNotNull();
        assertThat(flip.to()).isNotNull();
        assertThat(flip.from().because()).containsEntry("en", "it is a");
        assertThat(flip.to().because()).containsEntry("en", "b is not a");
        assertThat(rest.changes().items()).hasSize(3).allMatch(change -> change.to() == null);
        assertThat(rest.changes().nextCursor()).isNull();
        assertThat(audits.diff(before, before, VerdictFilter.ALL, PageRequest.first())
                        .changes()
                        .total())
                .isZero();
    }

    @Test
    void answersWithTheFactsOfAnEarlierMoment() {
        bench.network("alpha", "a");
        Instant then = bench.clock.instant();
        bench.clock.forward(Duration.ofHours(1));
        bench.snapshot("alpha", "b");

        AuditView audit =
                audits.create(new AuditRequest("alpha", List.of("xx-one"), null, then, null, Map.of()), "ann");

        assertThat(audit.knownAt()).isEqualTo(then);
        assertThat(audit.counts()).doesNotContainKey(Outcome.FAIL);
    }

    @Test
    void doesLargeAuditsInTheBackground() {
        MemoryStore store = new MemoryStore();
        try (Bench other = new Bench(store, data, false, 0)) {
            other.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));
            other.network("alpha", "a");

            AuditView first = other.audit("alpha", "xx-one");

            assertThat(Eventually.becomes(
                                    "the audit is done",
                                    LIMIT,
                                    () -> other.core.audits().get(first.id()),
                                    audit -> audit.state() == AuditView.State.DONE)
                            .counts())
                    .containsEntry(Outcome.PASS, 2L);
        }
    }

    @Test
    void goesOnAfterARestartWithWhatWasBegun() {
        MemoryStore store = new MemoryStore();
        Bench other = new Bench(store, data, false, Long.MAX_VALUE);
        other.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));
        other.network("alpha", "a");
        AuditView done = other.audit("alpha", "xx-one");
        store.write(tx -> {
            tx.audits()
                    .update(tx.audits()
                            .find(done.id())
                            .orElseThrow()
                            .ended(
                                    "RUNNING",
                                    null,
                                    null,
                                    unjudged(tx.audits()
                                            .find(done.id())
                                            .orElseThrow()
                                            .parts()),
                                    null));
            return true;
        });

        try (Bench next = other.restart()) {
            AuditView again = Eventually.becomes(
                    "the audit is done",
                    LIMIT,
                    () -> next.core.audits().get(done.id()),
                    audit -> audit.state() == AuditView.State.DONE);
            assertThat(again.regimes()).isEqualTo(done.regimes());
        }
    }

    private static List<org.assay.core.store.AuditRow.Part> unjudged(List<org.assay.core.store.AuditRow.Part> parts) {
        return parts.stream()
                .map(part -> new org.assay.core.store.AuditRow.Part(
                        part.regime(),
                        part.packVersion(),
                        part.packDigest(),
                        part.language(),
                        part.options(),
                        null,
                        null,
                        null))
                .toList();
    }

    @Test
    void givesTheSameVerdictsWhenItIsReadFromTheStoreAgain() {
        bench.network("alpha", "b");
        String id = bench.audit("alpha", "xx-one", "xx-two").id();
        List<Finding> before =
                audits.findings(id, VerdictFilter.ALL, PageRequest.first()).items();

        try (Bench next = bench.restart()) {
            assertThat(next.core
                            .audits()
                            .findings(id, VerdictFilter.ALL, PageRequest.first())
                            .items())
                    .isEqualTo(before);
        }
    }

    @Test
    void listsAuditsNewestFirst() {
        bench.network("alpha", "a");
        bench.network("beta", "a");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, bench.audit(i % 2 == 0 ? "alpha" : "beta", "xx-one").id());
        }

        Page<AuditView> first = audits.list(null, false, new PageRequest(null, 3));
        Page<AuditView> rest = audits.list(null, false, new PageRequest(first.nextCursor(), 3));
        assertThat(first.items()).extracting(AuditView::id).isEqualTo(ids.subList(0, 3));
        assertThat(rest.items()).extracting(AuditView::id).isEqualTo(ids.subList(3, 5));
        assertThat(first.total()).isEqualTo(5);
        assertThat(audits.list("beta", false, PageRequest.first()).total()).isEqualTo(2);
    }
}
