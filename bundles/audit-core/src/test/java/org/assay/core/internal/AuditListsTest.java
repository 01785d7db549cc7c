package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.AuditDiff;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.Comparison;
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

/** What finished audits say, list by list. */
class AuditListsTest {
    @TempDir
    private Path data;

    private Bench bench;
    private Audits audits;

    @BeforeEach
    void start() {
        bench = Bench.ofTwo(data);
        audits = bench.core.audits();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    static VerdictFilter outcomes(Outcome... outcomes) {
        return new VerdictFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(outcomes), Set.of(), false);
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
}
