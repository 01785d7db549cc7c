package org.assay.engine.internal.world;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a part of a supplier.
 *
 * @param sort what is known of it
 * @param key the same for the same holder: the id of a supplier, the name of anybody else; a place where it has neither
 * @param isPerson whether it is a person or a state
 * @param supplier the supplier it is, if it is one
 */
record Holder(Sort sort, String key, boolean isPerson, @Nullable FactView supplier) {
    /** What is known of a holder. */
    enum Sort {
        /** A supplier of the snapshot, with owners of its own. */
        SUPPLIER,
        /** A person or a state: nobody owns it. */
        LAST,
        /** A company that is no supplier here: who owns it is not known. */
        COMPANY,
        /** Somebody, of whom not even the name is known. */
        NOBODY,
        /** Many with little. */
        FLOAT
    }

    static Holder of(FactView owner) {
        String kind = owner.facts().flatMap(facts -> facts.text("kind")).orElse("");
        if (owner.read("entity") instanceof FactView supplier
                && supplier.missing().isEmpty()) {
            return new Holder(Sort.SUPPLIER, supplier.id(), false, supplier);
        }
        Optional<String> name = owner.facts().flatMap(facts -> facts.text("name"));
        String key = name.map(Holder::plain).orElse(owner.path("name"));
        boolean person = kind.equals("person") || kind.equals("state");
        return new Holder(sort(kind, name.isPresent()), key, person, null);
    }

    private static Sort sort(String kind, boolean named) {
        if (kind.equals("float")) {
            return Sort.FLOAT;
        }
        if (kind.equals("undisclosed") || !named) {
            return Sort.NOBODY;
        }
        return kind.equals("entity") ? Sort.COMPANY : Sort.LAST;
    }

    /** The same holder named twice is one; what has no name may be two. */
    boolean isNamed() {
        return sort == Sort.SUPPLIER || sort == Sort.LAST || sort == Sort.COMPANY;
    }

    /** Whether that is its name, given in its plain form. */
    boolean isCalled(String plain) {
        return sort != Sort.FLOAT && key.equals(plain);
    }

    /** "Huawei", "HUAWEI" and "Huawei Group" are one name. */
    static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(" group") ? lower.substring(0, lower.length() - " group".length()) : lower;
    }
}
