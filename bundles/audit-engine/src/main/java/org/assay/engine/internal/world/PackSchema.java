package org.assay.engine.internal.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.FunctionNames;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.assay.engine.facts.Unwritten;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.RulePack;

/** What a pack knows of facts: the core model and its own declarations. Immutable and thread-safe. */
public final class PackSchema {
    /** The column of a table that holds names of network functions. */
    static final String FUNCTION = "function";

    private static final String EVIDENCE = "evidence";

    private final String regime;
    private final FactModel model;
    private final Map<String, RecordType> declared;
    private final List<String> absentUnknown;
    private final Map<String, Ask> tables;
    private final Map<String, String> functions;
    private final Object key;

    private PackSchema(
            String regime,
            FactModel model,
            Map<String, RecordType> declared,
            List<String> absentUnknown,
            Map<String, Ask> tables,
            Map<String, String> functions,
            Object key) {
        this.regime = regime;
        this.model = model;
        this.declared = Map.copyOf(declared);
        this.absentUnknown = List.copyOf(absentUnknown);
        this.tables = Map.copyOf(tables);
        this.functions = Map.copyOf(functions);
        this.key = key;
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
        Map<String, Ask> tables = new HashMap<>();
        pack.reference().forEach((name, table) -> {
            if (table.ask() != null) {
                tables.put(name, table.ask());
            }
        });
        FactModel model = FactModel.core().withDeclarations(pack.regime(), pack.facts());
        Map<String, String> functions = functions(pack);
        List<Object> types = new ArrayList<>();
        pack.facts().forEach(fact -> types.add(List.of(fact.on(), fact.name(), fact.type())));
        Object key = List.of(pack.regime(), types, pack.absentUnknown(), functions);
        return new PackSchema(pack.regime(), model, declared, pack.absentUnknown(), tables, functions, key);
    }

    /** Network functions that the pack's tables name and the core model does not. */
    private static Map<String, String> functions(RulePack pack) {
        Map<String, String> names = new HashMap<>();
        for (RulePack.Reference table : pack.reference().values()) {
            for (RulePack.Row row : table.rows()) {
                if (row.values().get(FUNCTION) instanceof String name
                        && FunctionNames.core().canonical(name).isEmpty()) {
                    names.putIfAbsent(FunctionNames.plain(name), name);
                }
            }
        }
        return names;
    }

    /** The one name of a network function, as expressions compare it; empty if neither model nor pack knows it. */
    Optional<String> function(String written) {
        Optional<String> known = FunctionNames.core().canonical(written);
        return known.isPresent() ? known : Optional.ofNullable(functions.get(FunctionNames.plain(written)));
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

    /** A record as this pack sees it: its declared facts typed, what does not fit left out. */
    FactRecord fit(Kind kind, FactRecord record) {
        return model.fit(kind, record);
    }

    /** Everything that tells what this schema makes of facts from what another one does; equal for equal schemas. */
    public Object key() {
        return key;
    }

    /** Whom to ask what where a look-up in a table is unknown. */
    public Ask askOfTable(String table) {
        return tables.getOrDefault(table, Unwritten.table(table));
    }

    /**
     * Whom to ask what when a fact is missing.
     *
     * @param on the kind of record, for evidence with its own kind
     * @param id the record's id
     * @param field the field as a path within it
     */
    Ask ask(String on, String id, String field) {
        return model.ask(on, id, inModel(field));
    }

    /** The question that is written for a field, if there is one; as for {@link #ask}. */
    public Optional<Ask> written(String on, String field) {
        return model.written(on, inModel(field));
    }

    private String inModel(String field) {
        return field.startsWith("facts.") ? "facts." + regime + field.substring("facts".length()) : field;
    }

    /**
     * Whom to ask what where evidence of a kind was not delivered.
     *
     * @param about a kind of record and its id
     */
    public static Ask askOfEvidence(String kind, String about) {
        return new Ask(
                "operator",
                Map.of(
                        "en",
                        "Which evidence of kind " + kind + " is there about " + about
                                + "? Deliver all of it; if there is none, say so by an empty delivery.",
                        "de",
                        "Welche Nachweise der Art " + kind + " gibt es zu " + about
                                + "? Alle liefern; gibt es keine, das durch eine leere Lieferung sagen.",
                        "fr",
                        "Quels documents de nature " + kind + " y a-t-il sur " + about
                                + " ? Fournissez-les tous ; s'il n'y en a pas, dites-le par un envoi vide."));
    }
}
