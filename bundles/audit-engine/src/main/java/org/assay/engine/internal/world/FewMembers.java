package org.assay.engine.internal.world;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;

/**
 * The components of a few things, found by their columns: an index over all components costs more than that, and less than
 * finding those of many things one by one. Not thread-safe.
 */
final class FewMembers {
    private static final int FEW = 16;

    private final World world;
    private int asked;

    FewMembers(World world) {
        this.world = world;
    }

    /**
     * The components of one thing, in id order.
     *
     * @param ids of components that may be some
     * @param paths the fields by which others may be
     * @param names what they have there
     * @param is whether one of these is
     * @return empty where too many things were asked about
     */
    Optional<List<FactView>> find(Collection<?> ids, List<String> paths, Collection<?> names, Predicate<FactView> is) {
        if (++asked > FEW) {
            return Optional.empty();
        }
        FactTable table = world.facts().table(Kind.COMPONENT);
        BitSet rows = new BitSet(table.rows());
        for (Object id : ids) {
            int row = table.row(id.toString());
            if (row >= 0) {
                rows.set(row);
            }
        }
        if (table.rows() > 0 && !names.isEmpty()) {
            Set<Object> wanted = Set.copyOf(names);
            paths.forEach(path -> table.column(path).rows(wanted::contains, false, rows::set));
        }
        world.meter().work(rows.cardinality());
        return Optional.of(rows.stream()
                .mapToObj(row -> world.view(Kind.COMPONENT, table.id(row)))
                .filter(is)
                .toList());
    }
}
