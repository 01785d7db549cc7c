package org.assay.engine.intake;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.RecordType;

/**
 * The facts that packs declare: checked where a pack of the regime is at hand, and kept as they were read, so that the same
 * document makes the same snapshot whatever is installed.
 */
final class DeclaredFacts {
    private static final Pattern REGIME = Pattern.compile("[a-z][a-z0-9-]{1,62}");

    private final FactModel model;
    private final RecordBinder binder;
    private final FaultLog faults;
    private final SortedMap<String, Integer> kept = new TreeMap<>();

    DeclaredFacts(FactModel model, RecordBinder binder, FaultLog faults) {
        this.model = model;
        this.binder = binder;
        this.faults = faults;
    }

    /** The regimes of which no pack is at hand, with the number of records that have facts of theirs. */
    SortedMap<String, Integer> kept() {
        return kept;
    }

    /** The facts of a record by regime and name. */
    Map<String, Map<String, Object>> of(String on, Node.Fields record) {
        Node facts = record.fields().get(CanonicalJson.FACTS);
        Map<String, Map<String, Object>> all = new TreeMap<>();
        if (facts != null && !binder.refuseNull(facts)) {
            binder.expect(facts, Node.Fields.class, "an object", "'facts'")
                    .ifPresent(regimes -> regimes.fields().forEach((regime, some) -> take(regime, on, some, all)));
        }
        return all.isEmpty() ? Map.of() : binder.shared(ImmutableSortedMap.copyOf(all));
    }

    private void take(String regime, String on, Node node, Map<String, Map<String, Object>> all) {
        if (!REGIME.matcher(regime).matches()) {
            faults.add(
                    "bad-id",
                    FactValues.quote(regime) + " is no id of a regime",
                    node.place(),
                    "write facts as {\"<regime>\": {\"<name>\": value}}");
        } else if (!binder.refuseNull(node)) {
            binder.expect(node, Node.Fields.class, "an object", "'" + regime + "'")
                    .ifPresent(fields -> {
                        Map<String, Object> plain = checked(regime, on, fields) ? binder.plainFields(fields) : Map.of();
                        if (!plain.isEmpty()) {
                            all.put(regime, binder.shared(plain));
                        }
                    });
        }
    }

    private boolean checked(String regime, String on, Node.Fields fields) {
        if (!model.regimes().contains(regime)) {
            kept.merge(regime, 1, Integer::sum);
            return true;
        }
        int before = faults.size();
        check(model.declared(regime, on), regime, on, fields);
        return faults.size() == before;
    }

    private void check(RecordType type, String regime, String on, Node.Fields fields) {
        fields.fields().forEach((name, node) -> {
            FieldDef field = type.fields().get(name);
            if (field == null) {
                String owner = on + " in the active pack of " + regime;
                binder.unknown(name, owner, type.fields().keySet(), node.place());
            } else {
                binder.value(field, field.type(), node);
            }
        });
    }
}
