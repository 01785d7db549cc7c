package org.assay.engine.consequence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.engine.consequence.Reached.Step;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * What hangs on what in a network: a component on the one it runs on, a site on the components at it and on the sites that
 * serve it, a function on those that realise it, dependants and partners on what they name.
 */
final class Links {
    static final String COMPONENT = Kind.COMPONENT.word();
    static final String SITE = Kind.SITE.word();
    static final String DEPENDANT = Kind.DEPENDANT.word();
    static final String PARTNER = Kind.PARTNER.word();
    static final String FUNCTION = "function";

    private final Map<Step, SortedSet<Step>> hangingOn = new TreeMap<>(Links::compare);
    private final SortedSet<Step> ends = new TreeSet<>(Links::compare);
    private final SortedSet<String> unplaced = new TreeSet<>();
    private final SortedSet<String> unnamed = new TreeSet<>();

    /** The links between what is in use on a day. */
    Links(NetworkFacts facts, LocalDate day) {
        facts.all(Kind.COMPONENT).forEach((id, component) -> {
            if (Standings.isUsed(component, day)) {
                component(id, component);
            }
        });
        facts.all(Kind.SITE).forEach((id, site) -> {
            ends.add(new Step(SITE, id));
            links(site.list("servedBy"), SITE, new Step(SITE, id));
        });
        for (Kind kind : List.of(Kind.DEPENDANT, Kind.PARTNER)) {
            facts.all(kind).forEach((id, record) -> end(new Step(kind.word(), id), record));
        }
    }

    static int compare(Step one, Step other) {
        int kinds = one.kind().compareTo(other.kind());
        return kinds != 0 ? kinds : one.id().compareTo(other.id());
    }

    private void component(String id, FactRecord component) {
        Step self = new Step(COMPONENT, id);
        component.text("site").ifPresentOrElse(site -> link(self, new Step(SITE, site)), () -> unplaced.add(id));
        links(component.list("runsOn"), COMPONENT, self);
        if (component.get("functions").isEmpty()) {
            unnamed.add(id);
        }
        component.list("functions").forEach(function -> link(self, new Step(FUNCTION, (String) function)));
        component.list("sharedWith").forEach(partner -> {
            Step end = new Step(PARTNER, (String) partner);
            ends.add(end);
            link(self, end);
        });
    }

    private void end(Step self, FactRecord record) {
        ends.add(self);
        links(record.list("sites"), SITE, self);
        links(record.list("components"), COMPONENT, self);
        if (self.kind().equals(DEPENDANT)) {
            links(record.list("functions"), FUNCTION, self);
        }
    }

    private void links(List<?> ids, String kind, Step to) {
        ids.forEach(id -> link(new Step(kind, (String) id), to));
    }

    private void link(Step from, Step to) {
        hangingOn.computeIfAbsent(from, any -> new TreeSet<>(Links::compare)).add(to);
    }

    /** What hangs on something directly. */
    SortedSet<Step> on(Step step) {
        return hangingOn.getOrDefault(step, Collections.emptySortedSet());
    }

    /** Sites, dependants and partners, those included that are only named as sharing a component. */
    SortedSet<Step> ends() {
        return ends;
    }

    /** Components in use of which the site is not known. */
    SortedSet<String> unplaced() {
        return unplaced;
    }

    /** Components in use of which the functions are not known. */
    SortedSet<String> unnamed() {
        return unnamed;
    }
}
