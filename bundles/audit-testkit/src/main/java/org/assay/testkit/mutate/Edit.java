package org.assay.testkit.mutate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assay.engine.pack.MeasureDef;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.assay.engine.pack.Text;
import org.jspecify.annotations.Nullable;

/** A copy of a pack in which parts are replaced. Each step gives a new one. */
record Edit(
        RulePack pack,
        Map<String, RulePack.Option> options,
        List<String> absentUnknown,
        Map<String, RulePack.Reference> reference,
        List<RulePack.Define> defines,
        Map<String, MeasureDef> measures,
        List<Requirement> requirements) {

    static Edit of(RulePack pack) {
        return new Edit(
                pack,
                pack.options(),
                pack.absentUnknown(),
                pack.reference(),
                pack.defines(),
                pack.measures(),
                pack.requirements());
    }

    Edit option(String name, UnaryOperator<RulePack.Option> change) {
        return new Edit(pack, with(options, name, change), absentUnknown, reference, defines, measures, requirements);
    }

    Edit absentUnknown(List<String> kinds) {
        return new Edit(pack, options, kinds, reference, defines, measures, requirements);
    }

    Edit table(String name, UnaryOperator<RulePack.Reference> change) {
        return new Edit(pack, options, absentUnknown, with(reference, name, change), defines, measures, requirements);
    }

    Edit defines(List<RulePack.Define> changed) {
        return new Edit(pack, options, absentUnknown, reference, changed, measures, requirements);
    }

    Edit define(String name, UnaryOperator<RulePack.Define> change) {
        return defines(defines.stream()
                .map(define -> define.name().equals(name) ? change.apply(define) : define)
                .toList());
    }

    Edit measures(Map<String, MeasureDef> changed) {
        return new Edit(pack, options, absentUnknown, reference, defines, changed, requirements);
    }

    Edit measure(String name, UnaryOperator<MeasureDef> change) {
        return measures(with(measures, name, change));
    }

    Edit requirements(List<Requirement> changed) {
        return new Edit(pack, options, absentUnknown, reference, defines, measures, changed);
    }

    Edit requirement(String id, UnaryOperator<Requirement> change) {
        return requirements(requirements.stream()
                .map(requirement -> requirement.id().equals(id) ? change.apply(requirement) : requirement)
                .toList());
    }

    /** Without what no case can tell: texts for people, and the components that stand behind a verdict. */
    Edit withoutTexts() {
        return requirements(requirements.stream()
                .map(requirement -> decide(
                        requirement,
                        requirement.decide().stream().map(Edit::withoutTexts).toList()))
                .toList());
    }

    private static Requirement.Clause withoutTexts(Requirement.Clause clause) {
        Text none = new Text(Map.of(), clause.at());
        return new Requirement.Clause(
                clause.when(),
                clause.then(),
                none,
                none,
                clause.code(),
                clause.due(),
                clause.severity(),
                clause.ask(),
                null,
                clause.at());
    }

    /** A requirement with another list. */
    static Requirement decide(Requirement requirement, List<Requirement.Clause> decide) {
        return copy(requirement, requirement.inForce(), decide);
    }

    /** A requirement with other days or another list. */
    static Requirement copy(
            Requirement requirement, RulePack.@Nullable InForce inForce, List<Requirement.Clause> decide) {
        return new Requirement(
                requirement.id(),
                requirement.title(),
                requirement.text(),
                requirement.binding(),
                inForce,
                requirement.severity(),
                requirement.addressee(),
                requirement.subject(),
                requirement.source(),
                requirement.consequence(),
                requirement.removal(),
                requirement.clockedBy(),
                decide,
                requirement.cases(),
                requirement.at());
    }

    private static <V> Map<String, V> with(Map<String, V> map, String name, UnaryOperator<V> change) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.computeIfPresent(name, (key, value) -> change.apply(value));
        return copy;
    }

    RulePack done() {
        return new RulePack(
                pack.regime(),
                pack.version(),
                pack.language(),
                pack.inForce(),
                pack.timeZone(),
                pack.title(),
                pack.authority(),
                options,
                pack.facts(),
                absentUnknown,
                reference,
                defines,
                measures,
                pack.procedures(),
                // They give no verdict, and name requirements that a trial leaves out
                List.of(),
                requirements,
                pack.digest());
    }
}
