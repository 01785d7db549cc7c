package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.eval.Evaluation;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.pack.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A country's law opens no case in a network that it does not reach. What it reaches, its own rules tell: a case about a component, a
 * supplier, a site, a contract or the operator is one too many where each rule on things of that kind says that it does not apply, and
 * one about a record where each rule on anything of the inventory does. What only sorts (severity info) and what binds nobody does not
 * count, so regimes of no country are left out.
 */
class CasesAbroadTest {
    private static final Set<String> OF_NO_COUNTRY = Set.of("eu-toolbox", "prague");
    private static final Set<String> INVENTORY =
            Set.of("component", "supplier", "site", "contract", "operator", "network");

    static Stream<RuleSet> ofCountries() throws IOException {
        return Examples.speaking()
                .filter(rules -> !OF_NO_COUNTRY.contains(rules.pack().regime()));
    }

    @ParameterizedTest
    @MethodSource("ofCountries")
    void areOpenedByNoRegimeOfWhichNoRuleApplies(RuleSet rules) throws IOException {
        for (Path network : Examples.networks()) {
            Evaluation evaluation = Examples.open(rules, network);
            Set<String> opened = evaluation.cases().stream()
                    .map(one -> one.subject().kind())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> judged = judged(rules, evaluation.evaluate(done -> {}));
            String what = rules.pack().regime() + " in " + network.getFileName();
            assertThat(judged.isEmpty() ? opened : Set.of()).as(what).isEmpty();
            opened.retainAll(INVENTORY);
            assertThat(judged).as(what).containsAll(opened);
        }
    }

    /** The kinds of things of the inventory of which at least one rule that binds does not say of all that it does not apply. */
    private static Set<String> judged(RuleSet rules, VerdictMatrix verdicts) {
        return rules.pack().requirements().stream()
                .filter(CasesAbroadTest::binds)
                .filter(requirement -> verdicts.rows().get(requirement.id()).counts().entrySet().stream()
                        .anyMatch(count -> count.getKey() != Outcome.NOT_APPLICABLE && count.getValue() > 0))
                .map(Requirement::subject)
                .filter(INVENTORY::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean binds(Requirement requirement) {
        return requirement.severity() != Severity.INFO
                && (requirement.binding() == Binding.LAW || requirement.binding() == Binding.CONTRACT);
    }
}
