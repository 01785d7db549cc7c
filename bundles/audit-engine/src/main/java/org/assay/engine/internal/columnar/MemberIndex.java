package org.assay.engine.internal.columnar;

import org.assay.engine.facts.Kind;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.World;

/** Which components belong to what, as {@code componentsOf} has it. Not thread-safe. */
final class MemberIndex {
    private static final int[] NONE = {};

    private final Steps components;
    private final World world;

    MemberIndex(Steps components, World world) {
        this.components = components;
        this.world = world;
    }

    /** The numbers of the components of a record given as kind and id, rising. */
    int[] of(String record) {
        Column column = components.column(key(record));
        return components.columns().members(column).getOrDefault(record, NONE);
    }

    private ReadKey key(String record) {
        String kind = record.substring(0, record.indexOf('/'));
        return switch (kind) {
            case "supplier" -> ReadKey.SUPPLIERS;
            case "site" -> new ReadKey.Field("site");
            case "contract" -> ReadKey.CONTRACTS;
            default -> new ReadKey.Evidence(evidenceKind(record.substring(kind.length() + 1)));
        };
    }

    private String evidenceKind(String id) {
        return world.facts()
                .find(Kind.EVIDENCE, id)
                .flatMap(record -> record.text("kind"))
                .orElse("");
    }
}
