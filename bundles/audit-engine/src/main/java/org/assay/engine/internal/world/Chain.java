package org.assay.engine.internal.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Kind;

/** The chain of control above a supplier. */
final class Chain {
    private Chain() {}

    /** A supplier and all that are known to control it, the nearest first. */
    static List<FactView> controlling(FactView start, Function<FactView, Register> registers) {
        Map<String, FactView> met = new LinkedHashMap<>();
        Deque<FactView> left = new ArrayDeque<>(List.of(start));
        while (!left.isEmpty()) {
            FactView supplier = left.remove();
            if (met.putIfAbsent(supplier.id(), supplier) == null) {
                left.addAll(registers.apply(supplier).controllers());
            }
        }
        return List.copyOf(met.values());
    }

    /** The uppermost supplier; a missing one where nobody can tell, or two control together. */
    static FactView top(FactView start, Function<FactView, Register> registers) {
        FactView top = start;
        Set<String> met = new HashSet<>();
        while (met.add(top.id())) {
            Register register = registers.apply(top);
            List<Stake> holders = register.stakes().stream()
                    .filter(stake -> register.controls(stake) != Truth.FALSE)
                    .toList();
            if (register.isKnown() && holders.isEmpty()) {
                return top;
            }
            boolean one = holders.size() == 1 && register.controls(holders.get(0)) == Truth.TRUE;
            if (!one) {
                return unknown(register, top);
            }
            Holder holder = holders.get(0).holder();
            if (holder.supplier() == null) {
                return holder.isPerson() ? top : unknown(register, top);
            }
            top = holder.supplier();
        }
        return unknown(registers.apply(top), top);
    }

    private static FactView unknown(Register register, FactView of) {
        return of.world().unnamed(Kind.SUPPLIER, register.path());
    }
}
