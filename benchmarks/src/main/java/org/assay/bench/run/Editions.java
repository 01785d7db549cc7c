package org.assay.bench.run;

import java.util.ArrayList;
import java.util.List;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;

/** Editions of a pack with one change. */
final class Editions {
    private Editions() {}

    /** The same pack, but for the first clause of one of its requirements on components, which holds for fewer of them. */
    static RulePack withOtherClause(RulePack pack, int number) {
        List<Requirement> requirements = new ArrayList<>(pack.requirements());
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < requirements.size(); i++) {
            Requirement one = requirements.get(i);
            if (one.subject().equals("component") && one.decide().get(0).when() != null) {
                places.add(i);
            }
        }
        int place = places.get(number % places.size());
        requirements.set(place, changed(requirements.get(place)));
        return new RulePack(
                pack.regime(),
                pack.version(),
                pack.language(),
                pack.inForce(),
                pack.timeZone(),
                pack.title(),
                pack.authority(),
                pack.options(),
                pack.facts(),
                pack.absentUnknown(),
                pack.reference(),
                pack.defines(),
                pack.measures(),
                pack.procedures(),
                pack.dossiers(),
                requirements,
                pack.digest());
    }

    private static Requirement changed(Requirement of) {
        List<Requirement.Clause> clauses = new ArrayList<>(of.decide());
        Requirement.Clause first = clauses.get(0);
        Expr when = first.when();
        if (when == null) {
            throw new IllegalArgumentException(of.id() + " has no condition in its first clause");
        }
        clauses.set(
                0,
                new Requirement.Clause(
                        new Expr("(" + when.text() + ") && component.status != 'spare'", when.at()),
                        first.then(),
                        first.because(),
                        first.remedy(),
                        first.code(),
                        first.due(),
                        first.severity(),
                        first.ask(),
                        first.concerns(),
                        first.at()));
        return new Requirement(
                of.id(),
                of.title(),
                of.text(),
                of.binding(),
                of.inForce(),
                of.severity(),
                of.addressee(),
                of.subject(),
                of.source(),
                of.consequence(),
                of.removal(),
                of.clockedBy(),
                clauses,
                of.cases(),
                of.at());
    }
}
