package org.assay.core.internal.pack;

import java.time.LocalDate;
import java.util.List;
import org.assay.core.RequirementView;
import org.assay.core.internal.engine.Rules;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** What the requirements of a compiled pack demand, and what they have to be told. */
final class RequirementViews {
    private RequirementViews() {}

    /** All of a pack, in the order of its file. */
    static List<RequirementView> of(Rules rules) {
        return rules.pack().requirements().stream()
                .map(requirement -> view(rules, requirement))
                .toList();
    }

    private static RequirementView view(Rules rules, Requirement requirement) {
        RulePack.InForce own = requirement.inForce();
        RulePack.InForce days = own == null ? rules.pack().inForce() : own;
        return new RequirementView(
                rules.pack().regime(),
                requirement.id(),
                requirement.title().byLanguage(),
                requirement.text().byLanguage(),
                requirement.binding(),
                requirement.severity(),
                requirement.addressee(),
                requirement.subject(),
                days.from(),
                days.to(),
                requirement.source(),
                requirement.consequence().byLanguage(),
                requirement.removal(),
                ahead(own),
                rules.needs(requirement.id()),
                requirement.decide().stream()
                        .map(clause -> clause(requirement, clause))
                        .toList());
    }

    private static @Nullable LocalDate ahead(RulePack.@Nullable InForce own) {
        return own == null ? null : own.from().minusDays(1);
    }

    private static RequirementView.Clause clause(Requirement requirement, Requirement.Clause clause) {
        return new RequirementView.Clause(
                text(clause.when()),
                clause.then(),
                clause.code(),
                clause.severity() == null ? requirement.severity() : clause.severity(),
                clause.because().byLanguage(),
                clause.remedy().byLanguage(),
                text(clause.due()));
    }

    private static String text(@Nullable Expr written) {
        return written == null ? "" : written.text();
    }
}
