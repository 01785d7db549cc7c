package org.assay.engine.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The named values of one mapping, of which the reader knows all names: any other is a fault. What is missing or wrong is
 * noted, and reading goes on with a harmless value, so that one run finds everything.
 */
final class Fields {
    private final YamlNode.Mapping mapping;
    private final Values values;
    private final String what;

    private Fields(YamlNode.Mapping mapping, Values values, String what) {
        this.mapping = mapping;
        this.values = values;
        this.what = what;
    }

    /**
     * Looks into a node that must be a mapping.
     *
     * @param node the node
     * @param values reads its values
     * @param what what it describes, for messages, with its article
     * @param names the names it may have
     */
    static Fields of(YamlNode node, Values values, String what, String... names) {
        YamlNode.Mapping mapping = values.mapping(node, what);
        List<String> allowed = Arrays.asList(names);
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!allowed.contains(entry.name())) {
                String message = what + " has no key '" + Suggest.shorten(entry.name()) + "'";
                String hint = Values.cutByComma(entry)
                        ? "Put quotes around a text with a comma"
                        : Suggest.hint(entry.name(), allowed);
                values.faults().add("unknown-key", entry.key(), message, hint);
            }
        }
        return new Fields(mapping, values, what);
    }

    YamlNode.Mapping node() {
        return mapping;
    }

    Position at() {
        return mapping.at();
    }

    /** The node of a name, empty where it is left out. */
    Optional<YamlNode> get(String name) {
        return mapping.get(name);
    }

    boolean has(String name) {
        return mapping.get(name).isPresent();
    }

    /** The node of a name; where it is left out, a fault and an empty result. */
    Optional<YamlNode> required(String name) {
        Optional<YamlNode> node = mapping.get(name);
        if (node.isEmpty()) {
            values.faults().add("missing-key", mapping, what + " has no '" + name + "'", "Add '" + name + "'");
        }
        return node;
    }

    /** A required value, or a harmless one with a fault noted. */
    <T> T required(String name, Function<YamlNode, T> reader, T harmless) {
        return required(name).map(reader).orElse(harmless);
    }

    /** A value that may be left out. */
    <T> T optional(String name, Function<YamlNode, T> reader, T otherwise) {
        return mapping.get(name).map(reader).orElse(otherwise);
    }

    /** The elements of a list that may be left out. */
    List<YamlNode> list(String name) {
        return mapping.get(name).map(values::list).orElse(List.of());
    }

    /** The entries of a mapping that may be left out. */
    List<YamlNode.Entry> entries(String name) {
        return mapping.get(name)
                .map(node -> values.mapping(node, "'" + name + "'").entries())
                .orElse(List.of());
    }
}
