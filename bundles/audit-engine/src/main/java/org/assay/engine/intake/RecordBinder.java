package org.assay.engine.intake;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FactValueException;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Nearest;
import org.assay.engine.facts.RecordType;

/** Makes typed records of nodes, by the model. For one thread. */
final class RecordBinder {
    private final FaultLog faults;
    private final Referring references;
    private final PlainText texts;
    private final Listener listener;
    private final Interner interner = new Interner();

    /** Is told of every record, inner ones before those that hold them. */
    interface Listener {
        void bound(RecordType type, Map<String, Object> values, Node.Fields node);
    }

    RecordBinder(FaultLog faults, Referring references, Limits limits, Listener listener) {
        this.faults = faults;
        this.listener = listener;
        this.references = references;
        this.texts = new PlainText(faults, limits);
    }

    /**
     * The values of a record's fields; what is at fault is put down and left out.
     *
     * @param besides a name that the caller looks after, empty for none
     */
    Map<String, Object> fields(Node.Fields node, RecordType type, String besides) {
        Map<String, Object> values = new HashMap<>();
        node.fields().forEach((name, value) -> {
            FieldDef field = type.fields().get(name);
            if (field != null) {
                value(field, field.type(), value).ifPresent(typed -> values.put(field.name(), typed));
            } else if (!name.equals(besides)) {
                unknown(name, type.name(), type.fields().keySet(), value.place());
            }
        });
        for (FieldDef field : type.fields().values()) {
            if (field.required() && !node.fields().containsKey(field.name())) {
                faults.add(
                        "missing-field",
                        "the field '" + field.name() + "' is missing",
                        node.place(),
                        "every " + type.name() + " needs it");
            }
        }
        listener.bound(type, values, node);
        return values;
    }

    void unknown(String name, String owner, Collection<String> known, Place place) {
        String near = Nearest.of(name, known)
                .map(some -> "did you mean '" + some + "'?")
                .orElse(known.isEmpty() ? "leave it out" : "it has " + String.join(", ", known));
        faults.add("unknown-field", FactValues.quote(name) + " is no field of " + owner, place, near);
    }

    /** A typed value; empty, with a fault put down, if it does not fit. */
    Optional<Object> value(FieldDef field, FactType type, Node node) {
        if (node instanceof Node.Refused || refuseNull(node)) {
            return Optional.empty();
        } else if (type instanceof FactType.ListOf list) {
            return expect(node, Node.Array.class, "a list", field).map(array -> list(field, list, array));
        } else if (type instanceof FactType.Nested nested) {
            return expect(node, Node.Fields.class, "an object", field)
                    .map(fields -> interner.of(new FactRecord(nested.type(), fields(fields, nested.type(), ""))));
        }
        return scalar(field, type, node);
    }

    boolean refuseNull(Node node) {
        boolean refused = node instanceof Node.Scalar scalar && scalar.value() == null;
        if (refused) {
            faults.add(
                    "null-refused",
                    "null says nothing",
                    node.place(),
                    "leave out what is not known; write \"never\" for a day that does not come, [] for a known none");
        }
        return refused;
    }

    <N extends Node> Optional<N> expect(Node node, Class<N> form, String expected, FieldDef field) {
        return expect(node, form, expected, "'" + field.name() + "'");
    }

    <N extends Node> Optional<N> expect(Node node, Class<N> form, String expected, String what) {
        if (form.isInstance(node)) {
            return Optional.of(form.cast(node));
        }
        if (!(node instanceof Node.Refused)) {
            faults.add(
                    "wrong-type",
                    node.word() + " where " + expected + " is due",
                    node.place(),
                    what + " takes " + expected);
        }
        return Optional.empty();
    }

    private Object list(FieldDef field, FactType.ListOf type, Node.Array array) {
        List<Object> values = new ArrayList<>(array.elements().size());
        array.elements()
                .forEach(element -> value(field, type.element(), element).ifPresent(values::add));
        return interner.of(type.ordered() ? List.copyOf(values) : CanonicalJson.set(values));
    }

    private Optional<Object> scalar(FieldDef field, FactType type, Node node) {
        Optional<Node.Scalar> single = expect(node, Node.Scalar.class, "a single value", field);
        return single.flatMap(this::plainScalar).flatMap(plain -> scalar(field, type, plain, node.place()));
    }

    private Optional<Object> scalar(FieldDef field, FactType type, Object plain, Place place) {
        try {
            Object scalar = FactValues.scalar(field, type, plain);
            Object value = type instanceof FactType.Id ? scalar : interner.of(scalar);
            if (type instanceof FactType.Ref ref) {
                references.refer(ref.kind(), (String) value, place);
            }
            return Optional.of(value);
        } catch (FactValueException e) {
            faults.add(e.code(), String.valueOf(e.getMessage()), place, "'" + field.name() + "': " + e.hint());
            return Optional.empty();
        }
    }

    private Optional<Object> plainScalar(Node.Scalar scalar) {
        Object value = scalar.value();
        return Optional.ofNullable(value instanceof String text ? texts.normal(text, scalar.place()) : value);
    }

    /** The one copy of a value that is equal to others. */
    <T> T shared(T value) {
        return interner.of(value);
    }

    /** A value as it was read, for facts that must not depend on a pack; lists are sets. */
    Optional<Object> plain(Node node) {
        if (node instanceof Node.Refused || refuseNull(node)) {
            return Optional.empty();
        } else if (node instanceof Node.Array array) {
            List<Object> values = new ArrayList<>();
            array.elements().forEach(element -> plain(element).ifPresent(values::add));
            return Optional.of(interner.of(CanonicalJson.set(values)));
        } else if (node instanceof Node.Fields fields) {
            return Optional.of(interner.of(plainFields(fields)));
        }
        return plainScalar((Node.Scalar) node).map(interner::of);
    }

    Map<String, Object> plainFields(Node.Fields fields) {
        Map<String, Object> values = new TreeMap<>();
        fields.fields().forEach((name, node) -> {
            String key = texts.normal(name, node.place());
            Object value = key == null ? null : plain(node).orElse(null);
            if (key != null && value != null && values.put(key, value) != null) {
                faults.add(
                        "duplicate-key",
                        "the key " + FactValues.quote(key) + " is given twice in one object",
                        node.place(),
                        "keep one of the two");
            }
        });
        return ImmutableSortedMap.copyOf(values);
    }
}
