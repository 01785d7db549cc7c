package org.assay.engine.intake;

import java.io.InputStream;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;

/**
 * Reads network documents, whole or not at all. Immutable and thread-safe; the streams are read to their end, or to where
 * reading stopped, and closed.
 *
 * <p>Every method throws {@link org.assay.engine.fault.FaultException} with all that is wrong (up to the limit) and
 * {@link java.io.UncheckedIOException} if a stream fails.
 */
public final class NetworkReader {
    private final FactModel model;
    private final Limits limits;
    private final IntakeProgress progress;

    /**
     * A reader.
     *
     * @param model the core model with the declarations of the packs against which facts are checked; facts of other regimes
     *     are kept unchecked
     */
    public NetworkReader(FactModel model, Limits limits) {
        this(model, limits, (records, bytes) -> {});
    }

    private NetworkReader(FactModel model, Limits limits, IntakeProgress progress) {
        this.model = model;
        this.limits = limits;
        this.progress = progress;
    }

    /** A reader with the usual limits. */
    public NetworkReader(FactModel model) {
        this(model, Limits.DEFAULT);
    }

    /** The same reader, which tells how far it is: every few thousand records, and at the end. */
    public NetworkReader withProgress(IntakeProgress told) {
        return new NetworkReader(model, limits, told);
    }

    private NetworkBuilder builder(FaultLog faults, CountedInput in) {
        return new NetworkBuilder(model, limits, faults, records -> progress.at(records, in.count()));
    }

    /** Reads a JSON document. */
    public Intake readJson(InputStream in) {
        FaultLog faults = new FaultLog(limits.faults());
        CountedInput counted = new CountedInput(in);
        NetworkBuilder builder = builder(faults, counted);
        JsonDocument document = new JsonDocument(limits, faults, builder);
        Place root = document.read(counted);
        document.requireFormat(root);
        return builder.finish(root);
    }

    /**
     * Adds the records of a JSON document to a snapshot, such as one new piece of evidence. Its {@code format} may be left
     * out; a record whose id the snapshot has already is refused.
     */
    public Intake append(NetworkFacts base, InputStream in) {
        FaultLog faults = new FaultLog(limits.faults());
        CountedInput counted = new CountedInput(in);
        NetworkBuilder builder = builder(faults, counted);
        builder.startFrom(base);
        return builder.finish(new JsonDocument(limits, faults, builder).read(counted));
    }

    /** Reads an NDJSON document: a header line, then one line {@code {"<kind>": {…}}} for each record. */
    public Intake readNdjson(InputStream in) {
        FaultLog faults = new FaultLog(limits.faults());
        CountedInput counted = new CountedInput(in);
        NetworkBuilder builder = builder(faults, counted);
        return builder.finish(new NdjsonDocument(limits, faults, builder).read(counted));
    }

    /**
     * Reads components as CSV, and everything else from a JSON document. Faults in the CSV have no JSON pointer; their column
     * counts cells.
     *
     * @param base a document without {@code components}
     * @param components the CSV
     */
    public Intake readCsv(InputStream base, InputStream components) {
        FaultLog faults = new FaultLog(limits.faults());
        CountedInput counted = new CountedInput(components);
        NetworkBuilder builder = builder(faults, counted);
        JsonDocument document = new JsonDocument(limits, faults, builder);
        Place root = document.read(base);
        document.requireFormat(root);
        new ComponentCsv(model, limits, faults, builder).read(counted);
        return builder.finish(root);
    }
}
