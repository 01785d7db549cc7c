package org.assay.core.internal.audit;

import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.intake.NetworkReader;

/** Puts statements of cost and time into a network in place of its own, for one call. Stateless. */
final class Statements {
    private Statements() {}

    /**
     * The same network with other statements.
     *
     * @throws FaultException if they cannot be read, name a supplier that is not there, or bring anything else
     */
    static NetworkFacts in(NetworkFacts facts, byte[] statements) {
        // All that statements can refer to: a network has many more components than suppliers
        Map<Kind, SortedMap<String, FactRecord>> around = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            around.put(kind, new TreeMap<>());
        }
        around.put(Kind.SUPPLIER, facts.all(Kind.SUPPLIER));
        NetworkFacts base = new NetworkFacts(around, facts.notDelivered());
        NetworkFacts read = new NetworkReader(FactModel.core())
                .append(base, new ByteArrayInputStream(statements))
                .facts();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.REPLACEMENT
                    && read.all(kind).size() != base.all(kind).size()) {
                throw fault("'" + kind.section() + "' has no place here", "/" + kind.section());
            }
        }
        if (read.all(Kind.REPLACEMENT).isEmpty()) {
            throw fault("there is no statement in 'replacements'", "/replacements");
        }
        Map<Kind, SortedMap<String, FactRecord>> all = new EnumMap<>(facts.records());
        all.put(Kind.REPLACEMENT, read.all(Kind.REPLACEMENT));
        return new NetworkFacts(all, facts.notDelivered());
    }

    private static FaultException fault(String message, String pointer) {
        String hint = "send {\"replacements\": [...]} with records as in a network document";
        return new FaultException(new Fault("only-replacements", message, pointer, 0, 0, hint));
    }
}
