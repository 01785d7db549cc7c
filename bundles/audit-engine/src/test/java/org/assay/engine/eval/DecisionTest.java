package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.Kind;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack.InForce;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final String UNKNOWN = "component.firstUse < asOf";
    private static final Subject C = new Subject("component", "c");

    private static Bench bench() {
        return new Bench().component("c", Map.of("status", "in-service"));
    }

    private static Explanation decide(Bench bench, Binding binding, InForce own, Requirement.Clause... clauses) {
        RuleSet rules = bench.rules("component", binding, own, List.of(clauses));
        Evaluation evaluation = bench.open(rules);
        Explanation explanation = evaluation.explain("XX-1", C, "en");
        VerdictMatrix matrix = evaluation.evaluate(done -> {});
        assertThat(matrix.rows().get("XX-1").outcome(0)).isEqualTo(explanation.outcome());
        return explanation;
    }

    private static Explanation decide(Requirement.Clause... clauses) {
        return decide(bench(), Binding.LAW, null, clauses);
    }

    @Test
    void the_first_true_clause_decides() {
        assertThat(decide(
                        Bench.clause("false", Outcome.FAIL),
                        Bench.clause("true", Outcome.WARN),
                        Bench.clause("", Outcome.PASS)))
                .returns(Outcome.WARN, Explanation::outcome)
                .returns(1, Explanation::clause);
    }

    @Test
    void an_unknown_clause_leaves_the_verdict_unknown_where_the_outcomes_differ() {
        Explanation unknown = decide(Bench.clause(UNKNOWN, Outcome.PASS), Bench.clause("", Outcome.FAIL));
        assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(unknown.missing()).extracting(Explanation.Missing::path).containsExactly("component/c/firstUse");
    }

    @Test
    void an_unknown_clause_does_not_matter_where_all_candidates_agree() {
        assertThat(decide(
                        Bench.clause(UNKNOWN, Outcome.PASS),
                        Bench.clause("false", Outcome.FAIL),
                        Bench.clause("true", Outcome.PASS),
                        Bench.clause("", Outcome.FAIL)))
                .returns(Outcome.PASS, Explanation::outcome)
                .returns(0, Explanation::clause);
    }

    @Test
    void a_clause_that_breaks_makes_an_error_and_never_a_finding_about_the_network() {
        Explanation broken =
                decide(Bench.clause("date('no day') < asOf", Outcome.FAIL), Bench.clause("", Outcome.PASS));
        assertThat(broken.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(broken.because()).contains("no day");
    }

    @Test
    void a_broken_clause_that_is_not_reached_does_not_matter() {
        assertThat(decide(
                                Bench.clause("true", Outcome.PASS),
                                Bench.clause("date('x') < asOf", Outcome.FAIL),
                                Bench.clause("", Outcome.FAIL))
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Nested
    class OwnDays {
        @Test
        void before_its_first_day_a_breach_is_pending_and_due_the_day_before() {
            InForce ahead = new InForce(LocalDate.parse("2027-01-01"), Days.NEVER);
            assertThat(decide(bench(), Binding.LAW, ahead, Bench.clause("", Outcome.FAIL)))
                    .returns(Outcome.PENDING, Explanation::outcome)
                    .returns(LocalDate.parse("2026-12-31"), Explanation::due);
        }

        @Test
        void before_its_first_day_what_is_met_is_met() {
            InForce ahead = new InForce(LocalDate.parse("2027-01-01"), Days.NEVER);
            assertThat(decide(bench(), Binding.LAW, ahead, Bench.clause("", Outcome.PASS))
                            .outcome())
                    .isEqualTo(Outcome.PASS);
        }

        @Test
        void on_its_first_day_it_demands() {
            InForce today = new InForce(Bench.AS_OF, Days.NEVER);
            assertThat(decide(bench(), Binding.LAW, today, Bench.clause("", Outcome.FAIL))
                            .outcome())
                    .isEqualTo(Outcome.FAIL);
        }

        @Test
        void after_its_last_day_it_is_historic_and_left_out_of_the_counts() {
            InForce past = new InForce(LocalDate.parse("2021-05-28"), LocalDate.parse("2025-12-05"));
            assertThat(decide(bench(), Binding.LAW, past, Bench.clause("", Outcome.FAIL))
                            .historic())
                    .isTrue();
            RuleSet rules = bench().rules("component", Binding.LAW, past, List.of(Bench.clause("", Outcome.FAIL)));
            assertThat(bench().open(rules).evaluate(done -> {}).counts()).isEmpty();
        }
    }

    @Test
    void a_proposal_is_not_applicable_and_keeps_what_its_list_decided_as_forecast() {
        assertThat(decide(bench(), Binding.PROPOSAL, null, Bench.clause("", Outcome.FAIL)))
                .returns(Outcome.NOT_APPLICABLE, Explanation::outcome)
                .returns(Outcome.FAIL, Explanation::forecast);
        assertThat(decide(
                        bench(),
                        Binding.PROPOSAL,
                        null,
                        Bench.clause(UNKNOWN, Outcome.FAIL),
                        Bench.clause("", Outcome.PASS)))
                .returns(Outcome.NOT_APPLICABLE, Explanation::outcome)
                .returns(Outcome.UNKNOWN, Explanation::forecast);
    }

    @Nested
    class Determinations {
        private Bench determined(LocalDate until) {
            return bench().with(
                            Kind.EVIDENCE,
                            "d1",
                            Map.of(
                                    "kind", "determination",
                                    "issued", LocalDate.parse("2026-10-01"),
                                    "validUntil", until,
                                    "requirement", "xx-test/XX-1",
                                    "subject", "component/c",
                                    "outcome", "PASS",
                                    "reason", "looked at",
                                    "by", "counsel"));
        }

        @Test
        void settle_a_review_and_are_cited() {
            assertThat(decide(determined(Days.NEVER), Binding.LAW, null, Bench.clause("", Outcome.REVIEW)))
                    .returns(Outcome.PASS, Explanation::outcome)
                    .returns("d1", Explanation::settledBy);
        }

        @Test
        void no_longer_hold_after_their_last_day() {
            assertThat(decide(determined(Bench.AS_OF), Binding.LAW, null, Bench.clause("", Outcome.REVIEW))
                            .outcome())
                    .isEqualTo(Outcome.PASS);
            assertThat(decide(determined(Bench.AS_OF.minusDays(1)), Binding.LAW, null, Bench.clause("", Outcome.REVIEW))
                            .outcome())
                    .isEqualTo(Outcome.REVIEW);
        }

        @Test
        void change_no_other_outcome() {
            assertThat(decide(determined(Days.NEVER), Binding.LAW, null, Bench.clause("", Outcome.FAIL))
                            .outcome())
                    .isEqualTo(Outcome.FAIL);
        }
    }

    @Test
    void the_digest_follows_the_verdicts() {
        RuleSet passes = bench().rules("component", Binding.LAW, null, List.of(Bench.clause("", Outcome.PASS)));
        VerdictMatrix matrix = bench().open(passes).evaluate(done -> {});
        assertThat(VerdictCodec.digest(matrix)).startsWith("sha256:");
        RuleSet other = bench().rules(
                        "component",
                        Binding.LAW,
                        null,
                        List.of(Bench.clause("false", Outcome.PASS), Bench.clause("", Outcome.PASS)));
        assertThat(VerdictCodec.digest(bench().open(other).evaluate(done -> {})))
                .isNotEqualTo(VerdictCodec.digest(matrix));
    }
}
