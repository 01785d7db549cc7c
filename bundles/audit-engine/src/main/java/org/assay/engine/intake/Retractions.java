package org.assay.engine.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;

/**
 * Corrections of which the document says that somebody else issued them than the record that they take back. A correction mends
 * what was recorded wrongly, which anybody may find; whether a party may undo another's act is not for it. For one thread.
 */
final class Retractions {
    private final List<Retraction> all = new ArrayList<>();

    private record Retraction(String id, String issuer, List<String> about, Place place) {}

    /** Notes a record of evidence if it is a correction that names its issuer. */
    void note(FactRecord record, Place place) {
        Optional<String> issuer = record.text("issuer");
        if (issuer.isPresent()
                && record.text("kind").filter(FactModel.CORRECTION::equals).isPresent()) {
            List<String> about =
                    record.list("about").stream().map(Object::toString).toList();
            all.add(new Retraction(record.text("id").orElse(""), issuer.get(), about, place));
        }
    }

    /** Tells each that takes back what another issued. */
    void report(Map<String, FactRecord> evidence, Warnings warnings) {
        for (Retraction one : all) {
            for (String id : one.about()) {
                Optional.ofNullable(evidence.get(id))
                        .flatMap(record -> record.text("issuer"))
                        .filter(issuer ->
                                !issuer.strip().equalsIgnoreCase(one.issuer().strip()))
                        .ifPresent(issuer -> warnings.anothers(one.place(), one.id(), one.issuer(), id, issuer));
            }
        }
    }
}
