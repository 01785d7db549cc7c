package org.assay.testkit.mutate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.assay.api.Outcome;
import org.assay.engine.facts.Days;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** Every way to change one requirement in one place: its conditions, outcomes, codes, due days, clauses and own days. */
final class RequirementMutants {
    private final Requirement requirement;
    private final List<Mutant> found = new ArrayList<>();

    private RequirementMutants(Requirement requirement) {
        this.requirement = requirement;
    }

    static List<Mutant> of(Requirement requirement) {
        RequirementMutants mutants = new RequirementMutants(requirement);
        mutants.days();
        for (int i = 0; i < requirement.decide().size(); i++) {
            mutants.clause(i);
        }
        return mutants.found;
    }

    private void clause(int number) {
        Requirement.Clause clause = requirement.decide().get(number);
        expressions(
                number, clause.when(), " when", when -> with(clause, when, clause.then(), clause.code(), clause.due()));
        expressions(
                number, clause.due(), " due", due -> with(clause, clause.when(), clause.then(), clause.code(), due));
        Outcome other = other(clause.then());
        add(
                number,
                "outcome",
                clause.then().toString(),
                other.toString(),
                list -> list.set(number, with(clause, clause.when(), other, clause.code(), clause.due())));
        if (number < requirement.decide().size() - 1) {
            add(number, "clause", said(clause), "", list -> list.remove(number));
        }
        if (!clause.code().isEmpty()) {
            add(
                    number,
                    "code",
                    clause.code(),
                    "",
                    list -> list.set(number, with(clause, clause.when(), clause.then(), "", clause.due())));
        }
        Expr due = clause.due();
        if (due != null) {
            add(
                    number,
                    "due",
                    due.text(),
                    "",
                    list -> list.set(number, with(clause, clause.when(), clause.then(), clause.code(), null)));
        }
    }

    private static String said(Requirement.Clause clause) {
        return clause.then() + (clause.code().isEmpty() ? "" : " " + clause.code());
    }

    private static Outcome other(Outcome outcome) {
        return switch (outcome) {
            case PASS -> Outcome.NOT_APPLICABLE;
            case FAIL, PENDING -> Outcome.WARN;
            case WARN -> Outcome.PENDING;
            default -> Outcome.PASS;
        };
    }

    private void expressions(
            int number, @Nullable Expr expression, String part, Function<Expr, Requirement.Clause> clause) {
        for (Change change : ExpressionChanges.of(expression)) {
            Requirement.Clause changed = clause.apply(change.changed());
            found.add(new Mutant(
                    Mutant.id(
                            requirement.id() + part,
                            change.expression().text(),
                            change.changed().text()),
                    change.kind(),
                    owner(number) + part,
                    requirement.id(),
                    change.at(),
                    change.was(),
                    change.now(),
                    listed(list -> list.set(number, changed))));
        }
    }

    private String owner(int number) {
        return requirement.id() + " clause " + (number + 1);
    }

    private void add(int number, String kind, String was, String now, Consumer<List<Requirement.Clause>> change) {
        Requirement.Clause clause = requirement.decide().get(number);
        Expr when = clause.when();
        String id = Mutant.id(requirement.id(), kind, when == null ? "" : when.text(), said(clause), was, now);
        found.add(new Mutant(id, kind, owner(number), requirement.id(), clause.at(), was, now, listed(change)));
    }

    private UnaryOperator<RulePack> listed(Consumer<List<Requirement.Clause>> change) {
        return pack -> Edit.of(pack)
                .requirement(requirement.id(), original -> {
                    List<Requirement.Clause> list = new ArrayList<>(original.decide());
                    change.accept(list);
                    return Edit.decide(original, list);
                })
                .done();
    }

    private static Requirement.Clause with(
            Requirement.Clause clause, @Nullable Expr when, Outcome then, String code, @Nullable Expr due) {
        return new Requirement.Clause(
                when,
                then,
                clause.because(),
                clause.remedy(),
                code,
                due,
                clause.severity(),
                clause.ask(),
                clause.concerns(),
                clause.at());
    }

    private void days() {
        RulePack.InForce own = requirement.inForce();
        if (own == null) {
            return;
        }
        for (int shift : new int[] {-1, 1}) {
            LocalDate from = own.from().plusDays(shift);
            day("from", own.from(), from, new RulePack.InForce(from, own.to()));
            if (!own.to().equals(Days.NEVER)) {
                LocalDate to = own.to().plusDays(shift);
                day("to", own.to(), to, new RulePack.InForce(own.from(), to));
            }
        }
    }

    private void day(String which, LocalDate was, LocalDate now, RulePack.InForce days) {
        found.add(new Mutant(
                Mutant.id(requirement.id(), which, was.toString(), now.toString()),
                "date",
                requirement.id() + " inForce " + which,
                requirement.id(),
                requirement.at(),
                was.toString(),
                now.toString(),
                pack -> Edit.of(pack)
                        .requirement(requirement.id(), original -> Edit.copy(original, days, original.decide()))
                        .done()));
    }
}
