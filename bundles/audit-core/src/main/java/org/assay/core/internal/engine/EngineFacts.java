package org.assay.core.internal.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.core.Networks.Format;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.intake.Intake;
import org.assay.engine.intake.Limits;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.intake.NetworkWriter;
import org.jspecify.annotations.Nullable;

/** Facts by the engine. */
public final class EngineFacts implements FactsEngine {
    private static final Set<Kind> ADDED = EnumSet.of(Kind.EVIDENCE, Kind.CONTRACT, Kind.ORDER);

    private final Limits limits;

    /** With the usual limits. */
    public EngineFacts() {
        this(Limits.DEFAULT.records());
    }

    /** With a limit on the number of records of a document. */
    public EngineFacts(int maxRecords) {
        this.limits = Limits.DEFAULT.withRecords(maxRecords);
    }

    @Override
    public Taken read(Format format, InputStream body, FactModel model, @Nullable NetworkFacts base) {
        NetworkReader reader = new NetworkReader(model, limits);
        return switch (format) {
            case JSON -> taken(reader.readJson(body));
            case NDJSON -> taken(reader.readNdjson(body));
            case CSV -> taken(csv(model, body, base));
        };
    }

    private Intake csv(FactModel model, InputStream components, @Nullable NetworkFacts base) {
        if (base == null) {
            throw new IllegalArgumentException("components alone need a snapshot to belong to");
        }
        Map<Kind, SortedMap<String, FactRecord>> others = new EnumMap<>(base.records());
        others.put(Kind.COMPONENT, new TreeMap<>());
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        NetworkWriter.writeJson(new NetworkFacts(others, base.notDelivered()), rest);
        return new NetworkReader(model, limits.withDocumentBytes(Long.MAX_VALUE))
                .readCsv(new ByteArrayInputStream(rest.toByteArray()), components);
    }

    @Override
    public Taken add(InputStream body, FactModel model, NetworkFacts base) {
        Intake intake = new NetworkReader(model, limits).append(base, body);
        for (Kind kind : Kind.values()) {
            if (!ADDED.contains(kind)
                    && intake.facts().all(kind).size() != base.all(kind).size()) {
                throw new FaultException(new Fault(
                        "only-evidence",
                        "'" + kind.section() + "' cannot be added to a snapshot",
                        "/" + kind.section(),
                        0,
                        0,
                        "add evidence, contracts and orders; send a new snapshot for anything else"));
            }
        }
        return taken(intake);
    }

    private static Taken taken(Intake intake) {
        List<String> untyped = List.copyOf(intake.report().keptFacts().keySet());
        Stream<String> warnings = intake.report().warnings().stream().map(Fault::toString);
        int more = intake.report().warningsLeftOut();
        Stream<String> rest = more > 0 ? Stream.of("and " + more + " more of this sort") : Stream.empty();
        Stream<String> empty = intake.facts().all(Kind.COMPONENT).isEmpty()
                ? Stream.of("there is no component: is the document whole?")
                : Stream.empty();
        return new Taken(
                intake.facts(),
                SnapshotDigest.of(intake.facts()),
                untyped,
                Stream.of(empty, warnings, rest).flatMap(lines -> lines).toList());
    }

    @Override
    public void write(NetworkFacts facts, OutputStream out) {
        NetworkWriter.writeNdjson(facts, out);
    }

    @Override
    public String digest(NetworkFacts facts) {
        return SnapshotDigest.of(facts);
    }

    @Override
    public NetworkFacts restore(InputStream stored) {
        return new NetworkReader(FactModel.core(), Limits.STORED)
                .readNdjson(stored)
                .facts();
    }
}
