package org.assay.engine.internal.world;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** What a pack knows of facts: the core model and its own declarations. Immutable and thread-safe. */
public final class PackSchema {
    private static final String EVIDENCE = "evidence";

    private final String regime;
    private final FactModel model;
    private final Map<String, RecordType> declared;
    private final List<String> absentUnknown;

    private PackSchema(String regime, FactModel model, Map<String, RecordType> declared, List<String> absentUnknown) {
        this.regime = regime;
        this.model = model;
        this.declared = Map.copyOf(declared);
        this.absentUnknown = List.copyOf(absentUnknown);
    }

    /** The schema of a pack. Facts of different kinds of evidence share one record type: a rule sees evidence as one. */
    public static PackSchema of(RulePack pack) {
        Map<String, Map<String, FieldDef>> fields = new HashMap<>();
        for (FactDecl fact : pack.facts()) {
            String kind = fact.on().startsWith(EVIDENCE + ".") ? EVIDENCE : fact.on();
            fields.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                    .put(fact.name(), new FieldDef(fact.name(), fact.type(), false, "", fact.ask(), null));
        }
        Map<String, RecordType> declared = new HashMap<>();
        for (Kind kind : Kind.values()) {
            Map<String, FieldDef> own = fields.getOrDefault(kind.word(), Map.of());
            declared.put(kind.word(), new RecordType(kind.word() + "_facts", own));
        }
        return new PackSchema(pack.regime(), FactModel.core(), declared, pack.absentUnknown());
    }

    public String regime() {
        return regime;
    }

    /** The fields of a kind of record. */
    public RecordType type(Kind kind) {
        return model.type(kind);
    }

    /** The facts declared for a kind of record, given as its word. */
    public RecordType declared(String kind) {
        return declared.get(kind);
    }

    /** Whether evidence of that kind that is not there counts as not delivered. */
    public boolean absentIsUnknown(String evidenceKind) {
        return absentUnknown.contains(evidenceKind);
    }

    /** Reads stored facts as the pack types them; what does not fit is missing. */
    FactRecord read(RecordType type, Map<String, Object> stored) {
        Map<String, Object> values = new HashMap<>();
        type.fields().values().forEach(field -> Optional.ofNullable(stored.get(field.name()))
                .flatMap(value -> StoredFact.fit(value, field.type()))
                .ifPresent(value -> values.put(field.name(), value)));
        return new FactRecord(type, values);
    }

    /** Whom to ask what when the fact at a path, such as {@code component/amf-1/software.version}, is missing. */
    public Ask ask(String path) {
        String[] parts = path.split("/", 3);
        if (parts.length < 3) {
            return new Ask("operator", "What is " + path + "?");
        }
        if (parts[2].startsWith("evidence.")) {
            String kind = parts[2].substring(EVIDENCE.length() + 1);
            return new Ask("operator", "Is there a record of kind " + kind + " for " + parts[1] + "? If so, deliver it.");
        }
        return find(parts[0], parts[2])
                .flatMap(field -> Optional.ofNullable(field.ask()))
                .orElseGet(() -> new Ask("operator", "What is " + parts[2] + " of " + parts[0] + " " + parts[1] + "?"));
    }

    private Optional<FieldDef> find(String kind, String dotted) {
        boolean own = dotted.startsWith("facts.");
        RecordType type = own ? declared.get(kind) : typeOf(kind);
        Optional<FieldDef> field = Optional.empty();
        for (String name : (own ? dotted.substring(6) : dotted).split("\\.")) {
            if (type == null) {
                return field;
            }
            Optional<FieldDef> next = type.field(name);
            if (next.isEmpty()) {
                return field;
            }
            field = next;
            type = recordIn(next.get().type());
        }
        return field;
    }

    private @Nullable RecordType typeOf(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return type(kind);
            }
        }
        return null;
    }

    private static @Nullable RecordType recordIn(FactType type) {
        if (type instanceof FactType.ListOf list) {
            return recordIn(list.element());
        }
        return type instanceof FactType.Nested nested ? nested.type() : null;
    }
}
