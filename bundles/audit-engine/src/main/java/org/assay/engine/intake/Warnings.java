package org.assay.engine.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.columns.Layout;
import org.assay.engine.columns.TableBuilder;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.FunctionNames;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.Nearest;
import org.assay.engine.fault.Fault;

/** What looks wrong in a record but may be so. For one thread. */
final class Warnings {
    private static final int NO_SUPPLIER = 1;
    private static final int IN_SERVICE_REMOVED = 2;
    private static final int REMOVED_WHEN = 4;
    private static final int NO_FIRST_USE = 8;
    private static final int NAMES_COMPARED = 2_000;

    private final List<Fault> warnings = new ArrayList<>();
    private final int limit;
    private final FactModel model;
    private final SortedSet<String> evidence;
    private final Set<String> foreign = new HashSet<>();
    private final Retractions retractions = new Retractions();
    private final Holders holders = new Holders();
    private int leftOut;

    Warnings(int limit, FactModel model) {
        this.limit = limit;
        this.model = model;
        this.evidence = model.evidenceKinds();
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
            evidence(record, node);
            retractions.note(record, place);
            holders.note(record, node);
        } else if (kind == Kind.SUPPLIER) {
            Holdings.over(record)
                    .ifPresent(over -> add(
                            "over-100-percent",
                            "the owners of "
                                    + FactValues.quote(record.text("id").orElse("")) + " hold " + over,
                            place,
                            "correct the shares, or the days from which and until which they hold"));
        }
    }

    /** What somebody says was not delivered, and nearly names a kind of evidence that regimes know. */
    void notDelivered(String word, Place place) {
        SortedSet<String> known = new TreeSet<>(evidence);
        known.add(Kind.EVIDENCE.word());
        NetworkBuilder.DELIVERABLE.forEach(kind -> known.add(kind.word()));
        if (!known.contains(word)) {
            Nearest.of(word, known)
                    .ifPresent(near -> add(
                            "unknown-kind",
                            FactValues.quote(word) + " under 'notDelivered' is no kind of evidence that a regime knows",
                            place,
                            "did you mean '" + near + "'?"));
        }
    }

    private void component(FactRecord component, Place place) {
        String status = component.text("status").orElse("");
        boolean removed =
                component.get("removed").filter(day -> !day.equals(Days.NEVER)).isPresent();
        boolean inService = status.equals("in-service");
        int found = component.get("supplier").isEmpty() ? NO_SUPPLIER : 0;
        found |= inService && removed ? IN_SERVICE_REMOVED : 0;
        found |= status.equals("removed") && !removed ? REMOVED_WHEN : 0;
        found |= inService && component.get("firstUse").isEmpty() ? NO_FIRST_USE : 0;
        component(found, place);
    }

    /** What looks wrong in a component, given as bits. */
    void component(int found, Place place) {
        if ((found & NO_SUPPLIER) != 0) {
            add("no-supplier", "a component without supplier", place, "rules on suppliers answer UNKNOWN for it");
        }
        if ((found & IN_SERVICE_REMOVED) != 0) {
            add("status-and-dates", "in service, yet with a removed date", place, "correct the status or the date");
        }
        if ((found & REMOVED_WHEN) != 0) {
            add(
                    "status-and-dates",
                    "removed, yet without a removed date",
                    place,
                    "give the day on which it was removed");
        }
        if ((found & NO_FIRST_USE) != 0) {
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

    /** Finds what looks wrong in a component by the codes of its facts. */
    static final class Codes {
        private final int supplier;
        private final int status;
        private final int removed;
        private final int firstUse;
        private final int inService;
        private final int taken;
        private final int never;

        Codes(TableBuilder table) {
            supplier = index(table, "supplier");
            status = index(table, "status");
            removed = index(table, "removed");
            firstUse = index(table, "firstUse");
            inService = table.dictionary(status).add("in-service".getBytes(StandardCharsets.US_ASCII));
            taken = table.dictionary(status).add("removed".getBytes(StandardCharsets.US_ASCII));
            never = table.dictionary(removed).add("never".getBytes(StandardCharsets.US_ASCII));
        }

        private static int index(TableBuilder table, String field) {
            Layout.Leaf leaf = table.layout().leaf(field);
            if (leaf == null) {
                throw new IllegalStateException("components have no " + field);
            }
            return leaf.index();
        }

        byte of(RowBlock block) {
            boolean gone = block.get(removed) != 0 && block.get(removed) != never;
            boolean used = block.get(status) == inService;
            int found = block.get(supplier) == 0 ? NO_SUPPLIER : 0;
            found |= used && gone ? IN_SERVICE_REMOVED : 0;
            found |= block.get(status) == taken && !gone ? REMOVED_WHEN : 0;
            found |= used && block.get(firstUse) == 0 ? NO_FIRST_USE : 0;
            return (byte) found;
        }
    }

    private void evidence(FactRecord record, Node.Fields node) {
        Place place = node.place();
        String word = record.text("kind").orElse("");
        boolean names = record.nested("scope")
                .filter(scope -> !scope.values().isEmpty())
                .isPresent();
        boolean held = record.get("holder").isPresent();
        boolean alone = word.equals("determination") || model.opensCase(word) || isForeign(word);
        if (!names && !held && !alone && record.list("about").isEmpty()) {
            add(
                    "no-scope",
                    "evidence that is about nothing",
                    place,
                    "name in 'scope' what it covers, in 'holder' whose it is, or in 'about' its file");
        }
        kind(word, place);
        record.text("result").ifPresent(result -> result(word, result, node));
        if (record.text("id").filter(record.list("about")::contains).isPresent()) {
            add(
                    "about-itself",
                    "evidence that is about itself",
                    place,
                    "name in 'about' the other record that is meant");
        }
        if (record.get("ended").isEmpty() && record.get("endedHow").isPresent()) {
            add("status-and-dates", "'endedHow' without the day in 'ended'", place, "give the day on which it ended");
        }
    }

    /** What looks wrong in records of evidence only when all records are known: of evidence, and of those who may hold some. */
    void together(Map<String, FactRecord> all, Set<String> suppliers, Set<String> operators) {
        retractions.report(all, this);
        Set<String> holding = new HashSet<>(suppliers);
        holding.addAll(operators);
        holders.report(holding, this);
    }

    /** A holder of whom the document has nothing. */
    void strangeHolder(String holder, int records, Place first, Set<String> known) {
        boolean compared = warnings.size() < limit && known.size() <= NAMES_COMPARED;
        String near = compared
                ? Nearest.of(holder, known)
                        .map(some -> "did you mean " + FactValues.quote(some) + "? ")
                        .orElse("")
                : "";
        add(
                "unknown-holder",
                FactValues.quote(holder) + " is neither the operator nor a supplier, yet the holder of "
                        + (records == 1 ? "a record" : records + " records") + " of evidence",
                first,
                near + "it is kept; rules that look for what the operator or a supplier holds do not find it");
    }

    /** A correction that says to come from somebody else than what it takes back. */
    void anothers(Place place, String correction, String its, String record, String issuer) {
        add(
                "foreign-correction",
                "the correction " + FactValues.quote(correction) + " of " + FactValues.quote(its) + " takes back "
                        + FactValues.quote(record) + ", which " + FactValues.quote(issuer) + " issued",
                place,
                "from its day on the record counts as never made, for rules and cases; if the decision itself was"
                        + " withdrawn, record that with 'ended' or as its own evidence");
    }

    /** Whether no installed regime reads a kind, so that what such a record is about is no matter here. */
    private boolean isForeign(String kind) {
        return !model.regimes().isEmpty() && !evidence.contains(kind);
    }

    /** A kind that nobody reads is told once: it may be meant for a regime that is not installed, or be a slip. */
    private void kind(String kind, Place place) {
        Optional<String> near = evidence.contains(kind) ? Optional.empty() : Nearest.of(kind, evidence);
        if ((isForeign(kind) || near.isPresent()) && foreign.add(kind)) {
            add(
                    "unknown-kind",
                    "no rule and no procedure of the installed regimes reads evidence of the kind "
                            + FactValues.quote(kind),
                    place,
                    near.map(some -> "did you mean '" + some + "'?")
                            .orElse("it is kept; a regime that reads it is not installed"));
        }
    }

    /** A result that no move asks for moves no case. */
    private void result(String kind, String result, Node.Fields node) {
        SortedSet<String> asked = model.results(kind);
        if (!asked.isEmpty() && !asked.contains(result)) {
            Node told = node.fields().get("result");
            add(
                    "unknown-result",
                    "no procedure asks for the result " + FactValues.quote(result) + " of evidence of the kind "
                            + FactValues.quote(kind),
                    told == null ? node.place() : told.place(),
                    "known are: " + String.join(", ", asked));
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
