package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.Finding;
import org.assay.core.Ledger;
import org.assay.core.NotFoundException;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.core.Waivers;
import org.assay.core.Waivers.Request;
import org.assay.core.Waivers.State;
import org.assay.core.Waivers.WaiverView;
import org.assay.engine.dsse.Keys;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.export.ExportVerifier;
import org.assay.engine.export.VerifiedAudit;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waivers mark findings and change no verdict. */
class WaiverTest {
    private static final String REGIME = "xx-one";
    private static final String REQUIREMENT = "XX-ONE-MODEL";
    private static final Subject SUBJECT = new Subject("component", "c-1");

    /** The regime's zone is an hour ahead of UTC: this is its 21st. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    private Path data;

    private Bench bench;
    private Waivers waivers;

    @BeforeEach
    void start() {
        bench = Bench.withFourEyes(data);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        bench.network("alpha", "b");
        waivers = bench.core.waivers();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static Request request(LocalDate until) {
        return new Request(REGIME, REQUIREMENT, SUBJECT, "Eve", "it is being replaced", until);
    }

    private WaiverView approved(LocalDate until) {
        WaiverView asked = waivers.ask("alpha", request(until), "ann");
        return waivers.approve("alpha", asked.id(), "bob");
    }

    private AuditView audit(LocalDate asOf) {
        return bench.core.audits().create(AuditRequest.of("alpha", List.of(REGIME), asOf), "ann");
    }

    private Verdict verdict(LocalDate asOf) {
        return bench.core.audits().verdicts(audit(asOf).id(), VerdictFilter.ALL, PageRequest.first()).items().stream()
                .filter(verdict -> verdict.subject().equals(SUBJECT))
                .findFirst()
                .orElseThrow();
    }

    private boolean isWaived(LocalDate asOf) {
        return verdict(asOf).waiver() != null;
    }

    @Test
    void marksTheFindingOnceItIsApprovedAndLeavesTheVerdict() {
        String digest = audit(TODAY).regimes().get(0).verdictDigest();
        WaiverView asked = waivers.ask("alpha", request(TODAY.plusDays(10)), "ann");
        boolean before = isWaived(TODAY);
        WaiverView approved = waivers.approve("alpha", asked.id(), "bob");

        assertThat(asked.state()).isEqualTo(State.ASKED);
        assertThat(before).isFalse();
        assertThat(approved.state()).isEqualTo(State.ACTIVE);
        assertThat(approved.from()).isEqualTo(TODAY);
        assertThat(approved.zone()).isEqualTo("Europe/Berlin");
        assertThat(verdict(TODAY).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict(TODAY).waiver())
                .isEqualTo(new Verdict.Waiver(asked.id(), "Eve", "it is being replaced", "bob", TODAY.plusDays(10)));
        assertThat(audit(TODAY).regimes().get(0).verdictDigest()).isEqualTo(digest);
        assertThat(audit(TODAY).counts()).containsEntry(Outcome.FAIL, 1L);
    }

    @Test
    void isSeenTheSameByEveryPath() throws IOException {
        WaiverView waiver = approved(TODAY.plusDays(10));
        AuditView audit = audit(TODAY);
        Finding finding = bench.core
                .audits()
                .findings(audit.id(), VerdictFilter.ALL, PageRequest.first())
                .items()
                .get(0);
        Verdict.Waiver explained = bench.core
                .audits()
                .subject(audit.id(), "component", "c-1")
                .verdicts()
                .get(0)
                .finding()
                .verdict()
                .waiver();
        VerifiedAudit exported = exported(audit);

        assertThat(finding.verdict().waiver()).isNotNull();
        assertThat(finding.verdict().waiver().id()).isEqualTo(waiver.id());
        assertThat(explained).isEqualTo(finding.verdict().waiver());
        assertThat(exported.waivers())
                .containsExactly(new VerifiedAudit.Waiver(
                        REGIME, REQUIREMENT, "component c-1", "Eve", "it is being replaced", TODAY.plusDays(10)));
    }

    private VerifiedAudit exported(AuditView audit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bench.core.audits().export(audit.id(), "ann").write(out);
        return new ExportVerifier(new CompiledEvaluator())
                .verify(
                        new ByteArrayInputStream(out.toByteArray()),
                        Keys.readPublic(bench.core.ledger().head().publicKey()));
    }

    @Test
    void countsFromItsApprovalToItsLastDayOnTheAuditsDay() {
        approved(TODAY.plusDays(10));

        assertThat(isWaived(TODAY.minusDays(1))).isFalse();
        assertThat(isWaived(TODAY)).isTrue();
        assertThat(isWaived(TODAY.plusDays(10))).isTrue();
        assertThat(isWaived(TODAY.plusDays(11))).isFalse();
    }

    @Test
    void itsDaysAreThoseOfTheRegimesTimeZone() {
        bench.clock.forward(Duration.ofMinutes(11 * 60 + 30));
        WaiverView waiver = approved(TODAY.plusDays(1));

        assertThat(waiver.from()).isEqualTo(TODAY.plusDays(1));
        bench.clock.forward(Duration.ofHours(23));
        assertThat(waivers.get("alpha", waiver.id()).state()).isEqualTo(State.ACTIVE);
        bench.clock.forward(Duration.ofMinutes(30));
        assertThat(waivers.get("alpha", waiver.id()).state()).isEqualTo(State.ENDED);
    }

    @Test
    void aWithdrawnOneCountsNoLongerButForTheDaysBefore() throws IOException {
        WaiverView waiver = approved(TODAY.plusDays(10));
        bench.clock.forward(Duration.ofDays(2));
        WaiverView withdrawn = waivers.withdraw("alpha", waiver.id(), "it was replaced", "ann");

        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
        assertThat(withdrawn.withdrawnBecause()).isEqualTo("it was replaced");
        assertThat(isWaived(TODAY.plusDays(1))).isTrue();
        assertThat(isWaived(TODAY.plusDays(2))).isFalse();
        assertThat(exported(audit(TODAY.plusDays(1))).waivers()).hasSize(1);
        assertThat(exported(audit(TODAY.plusDays(2))).waivers()).isEmpty();
        assertThatThrownBy(() -> waivers.withdraw("alpha", waiver.id(), "again", "ann"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("waiver-not-open"));
    }

    @Test
    void whoAskedDoesNotApprove() {
        WaiverView asked = waivers.ask("alpha", request(TODAY), "ann");

        assertThatThrownBy(() -> waivers.approve("alpha", asked.id(), "ann"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("second-person-needed"));
        waivers.approve("alpha", asked.id(), "bob");
        assertThatThrownBy(() -> waivers.approve("alpha", asked.id(), "eve"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("waiver-not-open"));
    }

    @Test
    void oneThatEndedIsNotApproved() {
        WaiverView asked = waivers.ask("alpha", request(TODAY), "ann");
        bench.clock.forward(Duration.ofDays(1));

        assertThatThrownBy(() -> waivers.approve("alpha", asked.id(), "bob")).isInstanceOf(ConflictException.class);
    }

    @Test
    void refusesWhatIsNoScopeOrDayOrReason() {
        Subject operator = new Subject("operator", "op");
        Subject unknown = new Subject("component", "c-9");
        assertThatThrownBy(() -> waivers.ask("alpha", request(TODAY.minusDays(1)), "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("is past");
        assertThatThrownBy(() ->
                        waivers.ask("alpha", new Request(REGIME, REQUIREMENT, operator, "Eve", "why", TODAY), "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("speaks of a component");
        assertThatThrownBy(() ->
                        waivers.ask("alpha", new Request(REGIME, REQUIREMENT, unknown, "Eve", "why", TODAY), "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("no component 'c-9'");
        assertThatThrownBy(() -> waivers.ask("alpha", new Request(REGIME, "XX-9", SUBJECT, "Eve", "why", TODAY), "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("'XX-9' is no requirement");
        assertThatThrownBy(
                        () -> waivers.ask("alpha", new Request(REGIME, REQUIREMENT, SUBJECT, "Eve", " ", TODAY), "ann"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("'reason' is empty");
        assertThatThrownBy(() -> waivers.list("beta")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> waivers.get("alpha", "none")).isInstanceOf(NotFoundException.class);
        assertThat(waivers.list("alpha")).isEmpty();
    }

    @Test
    void everyStepIsInTheLedger() {
        WaiverView waiver = approved(TODAY.plusDays(1));
        waivers.withdraw("alpha", waiver.id(), "it was replaced", "ann");

        assertThat(bench.core.ledger().entries(new PageRequest(null, 100)).items())
                .filteredOn(entry -> entry.kind().equals("waiver"))
                .extracting(Ledger.Entry::body)
                .satisfiesExactly(
                        body -> assertThat(body).contains("\"step\":\"ASKED\"", "\"who\":\"ann\"", "\"owner\":\"Eve\""),
                        body -> assertThat(body).contains("\"step\":\"APPROVED\"", "\"who\":\"bob\""),
                        body -> assertThat(body).contains("\"step\":\"WITHDRAWN\"", "it was replaced"));
    }
}
