package org.assay.engine.pack;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A piece of a YAML file with its place: what strict reading works on. No anchors, aliases or tags are left in it. */
sealed interface YamlNode {

    /** Where it begins. */
    Position at();

    /** A JSON pointer to it. */
    String pointer();

    /** What it is, in words. */
    String what();

    /**
     * A text, number, word or nothing; which of these, its reader decides by the type that is due.
     *
     * @param text its value
     * @param plain whether it was written without quotes
     * @param at where it begins, quotes included
     * @param inside where its first character stands
     * @param pointer a JSON pointer to it
     */
    record Scalar(String text, boolean plain, Position at, Position inside, String pointer) implements YamlNode {
        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        /** Whether nothing was written, or YAML's word for nothing. */
        boolean isNothing() {
            return plain && NOTHING.contains(text);
        }

        @Override
        public String what() {
            return isNothing() ? "nothing" : "'" + Suggest.shorten(text) + "'";
        }
    }

    /**
     * A list.
     *
     * @param items its elements
     * @param at where it begins
     * @param pointer a JSON pointer to it
     */
    record Sequence(List<YamlNode> items, Position at, String pointer) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String what() {
            return "a list";
        }
    }

    /**
     * Named values; no name comes twice.
     *
     * @param entries in their order
     * @param at where it begins
     * @param pointer a JSON pointer to it
     */
    record Mapping(List<Entry> entries, Position at, String pointer) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        Optional<YamlNode> get(String name) {
            for (Entry entry : entries) {
                if (entry.name().equals(name)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }

        @Override
        public String what() {
            return "a mapping";
        }
    }

    /**
     * A name with its value.
     *
     * @param key the name
     * @param value the value
     */
    record Entry(Scalar key, YamlNode value) {
        String name() {
            return key.text();
        }
    }
}
