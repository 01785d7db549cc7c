package org.assay.engine.internal.renew;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Sight;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.internal.world.FactView;

/**
 * Whose verdicts can be otherwise on a changed snapshot: the subjects that changed, and those from which something is seen that
 * did. A measure, or a loop over a subject's components, is otherwise only if a component says otherwise. Used by one thread.
 */
public final class Touched {
    private static final String EVIDENCE = "evidence.";

    private final Sides sides;
    private final CompiledPack pack;
    private final SameMeasures measures;

    /**
     * Looks at two snapshots.
     *
     * @param settled whether it is the same to what is seen on which days both were recorded
     */
    public Touched(CompiledPack pack, Changes changes, Side before, Side after, Predicate<Sight> settled) {
        this.pack = pack;
        this.sides = new Sides(changes, before, after, settled);
        this.measures = new SameMeasures(pack, sides);
    }

    /** The measures, and whether they are the same. */
    public SameMeasures measures() {
        return measures;
    }

    /**
     * The subjects of a rule whose verdicts can be otherwise.
     *
     * @param sight what its conditions see
     * @return their ids, of those that are there now; empty where it may be any, or are many
     */
    public Optional<Set<String>> subjects(CompiledRule rule, Sight sight) {
        Kind kind = sight.own().kind();
        String requirement = pack.pack().regime() + "/" + rule.requirement().id();
        Set<String> ids = new HashSet<>();
        String start = kind.word() + "/";
        for (String subject : sides.changes().evidence().settled(requirement)) {
            if (subject.startsWith(start)) {
                ids.add(subject.substring(start.length()));
            }
        }
        if (sides.isTheSame()) {
            return Optional.of(ids);
        }
        boolean told = sides.isLocal(sight, kind)
                && sight.measures().stream().allMatch(measures::isSame)
                && own(rule, sight, ids)
                && loops(rule, sight, ids)
                && Sides.few(ids.size(), sides.after().table(kind).rows());
        return told ? Optional.of(ids) : Optional.empty();
    }

    /** Adds the subjects that changed, and those from which something is seen that did. */
    private boolean own(CompiledRule rule, Sight sight, Set<String> ids) {
        EvidenceChange evidence = sides.changes().evidence();
        Sight.View own = sight.own();
        if (own.kind() == Kind.EVIDENCE) {
            String subject = rule.requirement().subject();
            ids.addAll(evidence.ids(subject.substring(EVIDENCE.length())));
            ids.addAll(evidence.about(own.about()));
            return !sides.changes().any(own.ways().keySet()) && !evidence.any(own.given());
        }
        return !evidence.any(own.about()) && sides.addSeeing(own, sides.after().table(own.kind()), ids);
    }

    /** Adds the subjects of whose components one says otherwise, or is one no longer or only now. */
    private boolean loops(CompiledRule rule, Sight sight, Set<String> ids) {
        Set<String> components = new HashSet<>();
        for (Sight.Members loop : sight.loops()) {
            Optional<Set<String>> some = sides.components(loop.component());
            if (some.isEmpty()) {
                return false;
            }
            components.addAll(some.get());
        }
        components.forEach(component -> component(rule, sight, component, ids));
        return true;
    }

    private void component(CompiledRule rule, Sight sight, String component, Set<String> ids) {
        String subject = rule.requirement().subject();
        Set<String> then = holders(sides.before(), component, subject);
        Set<String> now = holders(sides.after(), component, subject);
        for (String id : then) {
            if (!now.contains(id) || !ids.contains(id) && !isSame(rule, sight, id, component)) {
                ids.add(id);
            }
        }
        now.stream().filter(id -> !then.contains(id)).forEach(ids::add);
    }

    private static Set<String> holders(Side side, String component, String subject) {
        return side.find(Kind.COMPONENT, component)
                .map(view -> side.context().world().joins().components().holders(view, subject))
                .orElse(Set.of());
    }

    /** Whether a component of a subject says the same to every loop. */
    private boolean isSame(CompiledRule rule, Sight sight, String subject, String component) {
        return sight.loops().stream().allMatch(loop -> said(sides.before(), rule, loop, subject, component)
                .equals(said(sides.after(), rule, loop, subject, component)));
    }

    /** The measures that a rule reads are the same on both sides, so those of one are taken for both. */
    private Object said(Side side, CompiledRule rule, Sight.Members loop, String subject, String component) {
        RuleContext context = side.context();
        Kind kind = rule.requirement().subject().startsWith(EVIDENCE)
                ? Kind.EVIDENCE
                : Kind.ofWord(rule.requirement().subject());
        FactView of = context.world().view(kind, subject);
        FactView member = context.world().view(Kind.COMPONENT, component);
        return loop.test()
                .test(context.about(rule, of)
                        .with(
                                MeasureRoot.NAME,
                                sides.after().context().measures().ofAll())
                        .with(loop.component().name(), member));
    }
}
