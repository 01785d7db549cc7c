package org.assay.bench.two;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Supplier;
import org.assay.engine.pack.RulePack;

/** What the rules by hand read besides components: the pack's tables, and suppliers by id. Immutable. */
public final class Register {
    private final Set<String> critical = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Map<String, List<String>> vulnerable = new HashMap<>();
    private final Map<String, Supplier> suppliers = new HashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();

    /** The tables of a pack and the suppliers of a network. */
    public Register(RulePack pack, Inventory inventory) {
        rows(pack, "criticalFunctions").forEach(row -> critical.add(text(row, "function")));
        rows(pack, "withdrawn").stream().filter(Register::holds).forEach(row -> withdrawn.add(text(row, "model")));
        rows(pack, "vulnerable")
                .forEach(
                        row -> vulnerable.merge(text(row, "product"), List.of(text(row, "release")), Register::joined));
        inventory.suppliers().forEach(supplier -> suppliers.put(supplier.id(), supplier));
        inventory.suppliers().forEach(supplier -> groups.put(supplier.id(), groupsOf(supplier)));
    }

    /** The functions on the list. */
    public Set<String> criticalFunctions() {
        return Collections.unmodifiableSet(critical);
    }

    /** Whether one of these functions is on the list. */
    public boolean critical(List<String> functions) {
        for (String function : functions) {
            if (critical.contains(function)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a hardware model is withdrawn. */
    public boolean withdrawn(String model) {
        return withdrawn.contains(model);
    }

    /** Whether a version of a product is known to be vulnerable. */
    public boolean vulnerable(String product, String version) {
        for (String release : vulnerable.getOrDefault(product, List.of())) {
            if (version.startsWith(release)) {
                return true;
            }
        }
        return false;
    }

    /** A supplier by its id. */
    public Supplier supplier(String id) {
        return suppliers.getOrDefault(id, suppliers.values().iterator().next());
    }

    /** Whether a supplier belongs to a group, itself or by those who control it. */
    public boolean inGroup(Supplier supplier, String group) {
        return groups.getOrDefault(supplier.id(), Set.of()).contains(group);
    }

    /** Whether an owner, or an owner's owner, is outside the allied countries. */
    public boolean heldFromOutside(Supplier supplier) {
        for (Supplier.Owner owner : supplier.owners()) {
            if (owner.kind().equals("entity")) {
                Supplier holder = supplier(owner.entity());
                if (!Words.ALLIED.contains(holder.registeredIn()) || entityOutside(holder)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean entityOutside(Supplier holder) {
        for (Supplier.Owner owner : holder.owners()) {
            if (owner.kind().equals("entity")
                    && !Words.ALLIED.contains(supplier(owner.entity()).registeredIn())) {
                return true;
            }
        }
        return false;
    }

    private Set<String> groupsOf(Supplier supplier) {
        Set<String> all = new HashSet<>(Set.of(supplier.group()));
        for (Supplier.Owner owner : supplier.owners()) {
            if (owner.controls() && !owner.entity().isEmpty()) {
                all.addAll(groupsOf(supplier(owner.entity())));
            }
        }
        return all;
    }

    private static List<RulePack.Row> rows(RulePack pack, String table) {
        return pack.reference().get(table).rows();
    }

    private static String text(RulePack.Row row, String column) {
        return (String) row.values().get(column);
    }

    private static boolean holds(RulePack.Row row) {
        LocalDate from = row.from();
        LocalDate to = row.to();
        return (from == null || !from.isAfter(Inventory.DAY)) && (to == null || !to.isBefore(Inventory.DAY));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
