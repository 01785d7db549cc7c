package org.assay.engine.intake;

import java.util.ArrayList;
import java.util.List;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.FunctionNames;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;

/** What looks wrong in a record but may be so. For one thread. */
final class Warnings {
    private final List<Fault> warnings = new ArrayList<>();
    private final int limit;
    private int leftOut;

    Warnings(int limit) {
        this.limit = limit;
    }

    List<Fault> list() {
        return warnings;
    }

    int leftOut() {
        return leftOut;
    }

    void look(Kind kind, FactRecord record, Node.Fields node) {
        Place place = node.place();
        if (kind == Kind.COMPONENT) {
            component(record, place);
            functions(node);
        } else if (kind == Kind.EVIDENCE) {
            evidence(record, place);
        }
    }

    private void component(FactRecord component, Place place) {
        String status = component.text("status").orElse("");
        boolean removed =
                component.get("removed").filter(day -> !day.equals(Days.NEVER)).isPresent();
        if (component.get("supplier").isEmpty()) {
            add("no-supplier", "a component without supplier", place, "rules on suppliers answer UNKNOWN for it");
        }
        if (status.equals("in-service") && removed) {
            add("status-and-dates", "in service, yet with a removed date", place, "correct the status or the date");
        }
        if (status.equals("removed") && !removed) {
            add(
                    "status-and-dates",
                    "removed, yet without a removed date",
                    place,
                    "give the day on which it was removed");
        }
        if (status.equals("in-service") && component.get("firstUse").isEmpty()) {
            add("no-first-use", "in service, yet without the day of its first use", place, "give 'firstUse'");
        }
    }

    private void functions(Node.Fields component) {
        if (component.fields().get("functions") instanceof Node.Array functions) {
            for (Node function : functions.elements()) {
                if (function instanceof Node.Scalar scalar && scalar.value() instanceof String name) {
                    function(name, scalar.place());
                }
            }
        }
    }

    private void function(String name, Place place) {
        FunctionNames known = FunctionNames.core();
        if (known.canonical(name).isEmpty()) {
            String near = known.nearest(name)
                    .map(some -> "did you mean '" + some + "'? ")
                    .orElse("");
            add(
                    "unknown-function",
                    FactValues.quote(name)
                            + " is no network function that rules know; those on functions answer UNKNOWN",
                    place,
                    near + "write 'other:' before a function that is none of the known ones");
        }
    }

    private void evidence(FactRecord evidence, Place place) {
        boolean names = evidence.nested("scope")
                .filter(scope -> !scope.values().isEmpty())
                .isPresent();
        boolean settles = evidence.text("kind").filter("determination"::equals).isPresent();
        if (!names && !settles && evidence.list("about").isEmpty()) {
            add(
                    "no-scope",
                    "evidence that is about nothing",
                    place,
                    "name in 'scope' what it covers, or in 'about' its file");
        }
        if (evidence.get("ended").isEmpty() && evidence.get("endedHow").isPresent()) {
            add("status-and-dates", "'endedHow' without the day in 'ended'", place, "give the day on which it ended");
        }
    }

    private void add(String code, String message, Place place, String hint) {
        if (warnings.size() < limit) {
            warnings.add(new Fault(code, message, place.pointer(), place.line(), place.column(), hint));
        } else {
            leftOut++;
        }
    }
}
