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
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
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
    void usesChosenOptionsAndRefusesWrongOnes() {
        bench.network("alpha", "b");
        AuditView strict = audits.create(
                new AuditRequest(
                        "alpha", List.of("xx-one"), null, null, null, Map.of("xx-one", Map.of("strict", true))),
                "ann");

        assertThat(strict.regimes().get(0).options()).isEqualTo(Map.of("strict", true));
        Verdict fail = audits.verdicts(strict.id(), AuditListsTest.outcomes(Outcome.FAIL), PageRequest.first())
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
