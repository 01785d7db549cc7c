package org.assay.engine.conformance;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.api.Subject;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.FaultException;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;

/** The network of a case, and the subject that its verdict speaks of. */
final class CaseFacts {
    private static final String EVIDENCE = "evidence.";

    private final RulePack pack;
    private final FactModel model;

    CaseFacts(RulePack pack) {
        this.pack = pack;
        this.model = FactModel.core().withDeclarations(pack.regime(), pack.facts());
    }

    /**
     * The facts of a case, read as any network document is.
     *
     * @throws FaultException if they are no network
     */
    NetworkFacts read(Requirement.Case example) {
        return read(example.given());
    }

    /** The same of facts given otherwise. */
    NetworkFacts read(Map<String, Object> given) {
        byte[] document = CaseDocument.of(pack, model, given);
        return new NetworkReader(model)
                .readJson(new ByteArrayInputStream(document))
                .facts();
    }

    /** The subject of a case: the one it names, or the only one there is; empty if that leaves it open. */
    static Optional<Subject> subject(Requirement requirement, Requirement.Case example, NetworkFacts facts) {
        String kind = requirement.subject();
        List<String> ids = ids(kind, facts);
        if (!example.subject().isEmpty()) {
            return Optional.of(example.subject()).filter(ids::contains).map(id -> new Subject(kind, id));
        }
        List<String> listed =
                ids.stream().filter(id -> lists(example, kind, id)).toList();
        List<String> candidates = listed.isEmpty() ? ids : listed;
        return candidates.size() == 1 ? Optional.of(new Subject(kind, candidates.get(0))) : Optional.empty();
    }

    private static List<String> ids(String subject, NetworkFacts facts) {
        if (!subject.startsWith(EVIDENCE)) {
            return List.copyOf(facts.all(Kind.ofWord(subject)).keySet());
        }
        String kind = subject.substring(EVIDENCE.length());
        List<String> ids = new ArrayList<>();
        facts.all(Kind.EVIDENCE).forEach((id, record) -> {
            if (record.text("kind").filter(kind::equals).isPresent()) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Whether the case itself lists the record; suppliers that are only referred to were filled in. */
    private static boolean lists(Requirement.Case example, String subject, String id) {
        Kind kind = subject.startsWith(EVIDENCE) ? Kind.EVIDENCE : Kind.ofWord(subject);
        return example.given().get(kind.section()) instanceof List<?> items
                && items.stream().anyMatch(item -> item instanceof Map<?, ?> map && id.equals(map.get("id")));
    }
}
