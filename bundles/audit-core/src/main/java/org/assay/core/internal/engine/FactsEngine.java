package org.assay.core.internal.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.assay.core.Networks.Format;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.jspecify.annotations.Nullable;

/** What the core needs of the engine for facts. Thread-safe. */
public interface FactsEngine {

    /**
     * Facts that were taken.
     *
     * @param facts the facts
     * @param digest their digest
     * @param untyped regimes whose facts were kept unchecked
     * @param notes what somebody should know
     */
    record Taken(NetworkFacts facts, String digest, List<String> untyped, List<String> notes) {
        public Taken {
            untyped = List.copyOf(untyped);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads facts.
     *
     * @param base where CSV takes everything but components from; null for the other formats
     * @throws org.assay.engine.fault.FaultException with what is wrong
     */
    Taken read(Format format, InputStream body, FactModel model, @Nullable NetworkFacts base);

    /**
     * Adds evidence, contracts and orders to facts.
     *
     * @throws org.assay.engine.fault.FaultException with what is wrong
     */
    Taken add(InputStream body, FactModel model, NetworkFacts base);

    /** Writes facts in their canonical form. */
    void write(NetworkFacts facts, OutputStream out);

    /** The digest that pins facts. */
    String digest(NetworkFacts facts);

    /** Reads what {@link #write} wrote, without checking what packs declare. */
    NetworkFacts restore(InputStream stored);
}
