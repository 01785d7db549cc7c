package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.Explanation;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.Kind;
import org.assay.engine.intake.Intake;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are taken as they are, and show what their README promises. */
class ExamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.bundles", ".."), "..");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);
    private static final List<String> NETWORKS =
            List.of("de-rheinfunk", "fr-hexamobile", "uk-albion", "us-prairielink");

    private static Map<String, RuleSet> rules;

    @BeforeAll
    static void compile() {
        rules = Stream.of("de-bsi", "fr-anssi", "uk-ncsc", "eu-toolbox", "prague", "us-trust")
                .collect(Collectors.toMap(id -> id, ExamplesTest::regime));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-rheinfunk", "fr-hexamobile", "uk-albion", "us-prairielink"})
    void isAcceptedWithEveryFactCheckedAndIsLargeEnough(String network) {
        Intake intake = intake(network);
        assertThat(intake.report().keptFacts()).isEmpty();
        assertThat(intake.report().counts().get(Kind.COMPONENT)).isGreaterThanOrEqualTo(200);
    }

    @Test
    void togetherTheyShowEveryOutcomeOfBindingAndAdvisoryRulesAndNoBrokenRule() {
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        for (String network : NETWORKS) {
            rules.values().forEach(some -> verdicts(some, network, AS_OF)
                    .counts()
                    .forEach((outcome, count) -> all.merge(outcome, count, Integer::sum)));
        }
        assertThat(all.keySet())
                .containsExactlyInAnyOrder(
                        Outcome.PASS,
                        Outcome.WARN,
                        Outcome.FAIL,
                        Outcome.PARTIAL,
                        Outcome.NOT_ALIGNED,
                        Outcome.PENDING,
                        Outcome.REVIEW,
                        Outcome.UNKNOWN,
                        Outcome.NOT_APPLICABLE);
    }

    @ParameterizedTest(name = "{0} on {1}, as of {2}: {3} {4}")
    @CsvSource({
        "UK-DVD-04, uk-albion, 2026-11-21, FAIL, TRAFFIC",
        "UK-DVD-05, uk-albion, 2026-11-21, PASS, ''",
        "UK-HRV-02, uk-albion, 2026-11-21, NOT_ALIGNED, RAN_TRAFFIC",
        "UK-DVD-01, gnb-h-19, 2026-11-21, PASS, ''",
        "UK-DVD-01, gnb-h-20, 2026-11-21, REVIEW, HOUR",
        "UK-DVD-01, gnb-h-21, 2026-11-21, FAIL, ''",
        "UK-DVD-01, gnb-h-ordered, 2026-11-21, PENDING, BLOCK",
        "UK-DVD-02, gnb-h-10, 2026-11-21, PENDING, LATE_PLAN",
        "UK-DVD-02, gnb-h-10, 2027-12-31, PENDING, LATE_PLAN",
        "UK-DVD-02, gnb-h-10, 2028-01-01, FAIL, ''",
        "UK-DVD-02, gnb-h-18, 2026-11-21, REVIEW, ANNEX",
        "UK-DVD-02, enb-h-01, 2026-11-21, NOT_APPLICABLE, ''",
        "UK-DVD-02, enb-h-02, 2026-11-21, REVIEW, ANCHOR",
        "UK-DVD-03, upf-edge-coventry, 2026-11-21, FAIL, ''",
        "UK-DVD-03, msc-1, 2026-11-21, REVIEW, CORE_2G3G",
        "UK-DVD-06, olt-h-14, 2026-11-21, UNKNOWN, ''",
        "UK-DVD-07, cell-09, 2026-11-21, FAIL, ''",
        "UK-DVD-08, otn-birmingham, 2025-12-31, PENDING, ''",
        "UK-DVD-08, otn-birmingham, 2026-01-01, FAIL, ''",
        "UK-DVD-00, harrow, 2026-11-21, REVIEW, CHAIN",
        "UK-DVD-00-MODULE, sc-p-01, 2026-11-21, REVIEW, MODULE",
        "UK-HRV-04, zte, 2026-11-21, NOT_ALIGNED, ''",
        "UK-HCSEC-01, gnb-h-03, 2026-11-21, NOT_ALIGNED, OTHER_BUILD",
    })
    void theBritishExampleShowsWhatItsReadmeSays(
            String requirement, String subject, LocalDate asOf, Outcome outcome, String code) {
        shows("uk-ncsc", requirement, "uk-albion", subject, asOf, outcome, code);
    }

    @ParameterizedTest(name = "{0} on {1}, as of {2}: {3} {4}")
    @CsvSource({
        "US-SNA-2, enb-h-01, 2026-11-21, PASS, COVERED",
        "US-SNA-2, gnb-n-06, 2026-11-21, NOT_APPLICABLE, NOT_LISTED",
        "US-SNA-2, rep-cedar, 2026-11-21, PASS, COVERED",
        "US-SNA-2, rep-badger, 2026-11-21, NOT_APPLICABLE, NOT_LISTED",
        "US-SNA-2, amp-weihua, 2026-11-21, REVIEW, SIMILAR",
        "US-SNA-2, sc-gray, 2026-11-21, REVIEW, FIRMWARE",
        "US-SNA-2, cpe-2, 2026-11-21, REVIEW, CATEGORY",
        "US-SNA-2, uav-1, 2026-11-21, UNKNOWN, ''",
        "US-SNA-2, inv-1, 2026-11-21, UNKNOWN, ''",
        "US-SNA-2, opt-quiet, 2026-11-21, UNKNOWN, ''",
        "US-54.9, enb-h-09, 2026-11-21, FAIL, ''",
        "US-54.9, enb-h-01, 2026-11-21, PASS, HISTORY",
        "US-54.10, gnb-z-24, 2026-11-21, PASS, HISTORY",
        "US-54.10, gnb-z-25, 2026-11-21, FAIL, ''",
        "US-54.10, fw-2, 2026-11-21, UNKNOWN, ''",
        "US-54.11, prairielink, 2026-06-30, PENDING, ''",
        "US-54.11, prairielink, 2026-07-01, FAIL, ''",
        "US-1.50007, prairielink, 2026-11-21, PENDING, NEW_ITEMS",
        "US-1.50007, prairielink, 2027-04-01, FAIL, REPORT",
        "US-1.50007b, olt-2, 2026-11-21, PASS, ''",
        "US-1.50007b, olt-5, 2026-11-21, NOT_APPLICABLE, NOT_REPORTABLE",
        "US-1.50007b, enb-h-08, 2026-11-21, FAIL, PLAN",
        "US-1.50007b, mw-h-12, 2026-11-21, FAIL, UNDER_REPORTED",
        "US-1.50007b, radio-hytera, 2026-11-21, FAIL, OVER_REPORTED",
        "US-REIMB-ELIG, gnb-z-21, 2026-11-21, PASS, PRIORITY_1",
        "US-REIMB-ELIG, gnb-z-22, 2026-11-21, FAIL, CUT_OFF",
        "US-REIMB-TERM, prairielink, 2026-12-12, PENDING, ''",
        "US-REIMB-TERM, prairielink, 2026-12-13, FAIL, LEFT",
        "US-REIMB-STATUS, prairielink, 2026-11-20, PASS, ''",
        "US-REIMB-STATUS, prairielink, 2026-11-21, FAIL, ''",
        "US-REIMB-DISP, enb-h-11, 2026-11-21, PASS, ''",
        "US-REIMB-DISP, enb-h-13, 2026-11-21, FAIL, RECORD",
        "US-REIMB-DISP, enb-h-14, 2026-11-21, FAIL, KEPT",
        "US-EA-2.903, cam-canteen, 2026-11-21, FAIL, ''",
        "US-EA-MOD, gnb-n-05, 2026-11-21, FAIL, ''",
        "US-EA-PRIOR, rru-z-spare, 2026-11-21, FAIL, SALE",
        "US-EA-PRIOR, rru-z-funded, 2026-11-21, PASS, USE_ALLOWED",
        "US-EA-SCOPE, cam-fence-1, 2026-11-21, REVIEW, PURPOSE",
        "US-EA-SCOPE, cam-fence-2, 2026-11-21, NOT_APPLICABLE, ''",
        "US-EA-SCOPE, cam-store, 2026-11-21, UNKNOWN, ''",
        "US-CPE-2026, cpe-1, 2026-11-21, PASS, USE_ALLOWED",
        "US-CPE-2026, cpe-2, 2026-11-21, FAIL, ''",
        "US-CPE-2026, cpe-3, 2026-11-21, PASS, CONDITIONAL",
        "US-CPE-2026, cpe-4, 2026-11-21, REVIEW, CARRIER_MANAGED",
        "US-889-A, svc-roaming-h, 2026-11-21, PASS, EXC1",
        "US-889-A, cam-federal, 2026-11-21, UNKNOWN, REASONING",
        "US-889-B, svc-roaming-h, 2026-11-21, REVIEW, SERVICE",
        "US-889-B, rect-1, 2026-11-21, PASS, EXC2",
        "US-889-B, mw-h-01, 2026-11-21, PASS, WAIVER",
        "US-889-B, mw-h-02, 2026-11-21, FAIL, ''",
        "US-889-WAIVER, waiver-late, 2026-11-21, FAIL, INVALID",
        "US-889-REP, k-bia, 2026-11-21, FAIL, USES",
        "US-889-RPT, found-2, 2026-11-21, FAIL, ''",
        "US-889-RPT, found-3, 2026-11-21, PENDING, ''",
        "US-13873, mw-h-05, 2026-11-21, PASS, LICENCE",
        "US-13873, ems-h, 2026-11-21, FAIL, ''",
        "US-13873, av-1, 2026-11-21, UNKNOWN, ''",
        "US-FAC, prairielink, 2026-11-21, PENDING, NO_LAUNCH",
        "US-TR-1, zte, 2026-11-21, NOT_ALIGNED, ''",
        "US-STR-1, oss-1, 2026-11-21, NOT_ALIGNED, ACCESS",
        "US-STR-2, us-prairielink, 2026-11-21, NOT_ALIGNED, ''",
    })
    void theAmericanExampleShowsWhatItsReadmeSays(
            String requirement, String subject, LocalDate asOf, Outcome outcome, String code) {
        shows("us-trust", requirement, "us-prairielink", subject, asOf, outcome, code);
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3} {4}")
    @CsvSource({
        "eu-toolbox, EU-SM03c, gnb-huawei-naq-01, NOT_ALIGNED, RAN",
        "eu-toolbox, EU-SM03c-NAT, gnb-huawei-naq-01, REVIEW, RESTRICTED",
        "eu-toolbox, EU-SM03a, utimaco, NOT_ALIGNED, OLD",
        "eu-toolbox, EU-SM02-AUDIT, authority-audit-2026, WARN, ''",
        "eu-toolbox, EU-TM09-EVIDENCE, cert-eu5g, NOT_ALIGNED, INVALID",
        "eu-toolbox, EU-TM02, fr-hexamobile, NOT_ALIGNED, ''",
        "eu-toolbox, EU-SA10, grant-rural, FAIL, ''",
        "eu-toolbox, EU-NIS2-21-3, huawei-fr, FAIL, COORDINATED",
        "eu-toolbox, EU-CSA2-111, gnb-huawei-naq-01, NOT_APPLICABLE, NO_LIST",
        "prague, PP-A4, nokia-fr, PASS, ''",
        "prague, PP-A4, huawei-fr, UNKNOWN, ''",
        "prague, PP-B5, upf-edge-lyo, NOT_ALIGNED, ''",
        "prague, PP-B3, hexamobile, PARTIAL, ''",
        "prague, PP-C3, k-huawei, NOT_ALIGNED, CREDIT",
        "us-trust, US-SNA-2, gnb-huawei-naq-01, PASS, COVERED",
        "us-trust, US-54.11, hexamobile, NOT_APPLICABLE, NO_DUTY",
        "us-trust, US-CP-1, us-path-consulate-stg, NOT_ALIGNED, ''",
        "us-trust, US-TR-1, huawei-fr, NOT_ALIGNED, ''",
    })
    void theFrenchExampleShowsWhatItsReadmeSaysOfOtherRegimes(
            String regime, String requirement, String subject, Outcome outcome, String code) {
        shows(regime, requirement, "fr-hexamobile", subject, AS_OF, outcome, code);
    }

    private static void shows(
            String regime,
            String requirement,
            String network,
            String subject,
            LocalDate asOf,
            Outcome outcome,
            String code) {
        RuleSet set = rules.get(regime);
        Requirement rule = set.pack().requirements().stream()
                .filter(some -> some.id().equals(requirement))
                .findFirst()
                .orElseThrow();
        Explanation verdict = open(set, network, asOf).explain(requirement, new Subject(rule.subject(), subject), "en");
        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.settledBy() == null ? verdict.code() : "").isEqualTo(code);
    }

    @Test
    void theWhatIfEditionDemandsCertificatesOfBaseStations() {
        RuleSet edition = compiled(ROOT.resolve("examples/packs/de-bsi-2026.2.0-draft-list.yaml"));
        String requirement = "DE-TKG-165-4-CERT";
        int law = failed(verdicts(rules.get("de-bsi"), "de-rheinfunk", AS_OF), requirement);
        int draft = failed(verdicts(edition, "de-rheinfunk", AS_OF), requirement);
        assertThat(draft).isGreaterThan(law);
    }

    private static int failed(VerdictMatrix verdicts, String requirement) {
        return verdicts.rows().get(requirement).counts().getOrDefault(Outcome.FAIL, 0);
    }

    private static VerdictMatrix verdicts(RuleSet rules, String network, LocalDate asOf) {
        return open(rules, network, asOf).evaluate(done -> {});
    }

    private static Evaluation open(RuleSet rules, String network, LocalDate asOf) {
        return new Interpreter().open(rules, intake(network).facts(), new AuditTerms(asOf, AS_OF, Map.of()));
    }

    private static Intake intake(String network) {
        FactModel model = FactModel.core();
        for (RuleSet some : rules.values()) {
            model = model.withDeclarations(some.pack().regime(), some.pack().facts());
        }
        try (InputStream in = Files.newInputStream(ROOT.resolve("examples/" + network + ".json"))) {
            return new NetworkReader(model).readJson(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules of the newest edition that a regime brings. */
    private static RuleSet regime(String id) {
        try (Stream<Path> packs = Files.list(ROOT.resolve("bundles/regime-" + id + "/src/main/packs"))) {
            return packs.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .reduce((earlier, later) -> later)
                    .map(ExamplesTest::compiled)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleSet compiled(Path pack) {
        try {
            return RuleSet.compile(PackReader.read(Files.readAllBytes(pack)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
