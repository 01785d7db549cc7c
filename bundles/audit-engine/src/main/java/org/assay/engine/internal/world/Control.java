package org.assay.engine.internal.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.engine.eval.Truth;

/** Who stands above a supplier by links of control: surely, and perhaps. */
final class Control {
    private final Function<FactView, Register> registers;
    private final Owner owner;
    private final Set<String> missing = new TreeSet<>();
    private Truth found = Truth.FALSE;

    private Control(Owner owner, Function<FactView, Register> registers) {
        this.owner = owner;
        this.registers = registers;
    }

    /**
     * Whether an owner controls a supplier, directly or through others, or is it.
     *
     * @param known answers for this owner by supplier, added to
     * @return a Boolean, or unknown where an owner is not known that matters
     */
    static Object of(
            Owner owner, FactView supplier, Function<FactView, Register> registers, Map<String, Object> known) {
        return Ladder.climb(
                supplier,
                known,
                at -> owner.is(at) == Truth.FALSE ? registers.apply(at).onlyController() : null,
                at -> climbed(owner, at, registers),
                false);
    }

    private static Object climbed(Owner owner, FactView supplier, Function<FactView, Register> registers) {
        Control control = new Control(owner, registers);
        control.climb(supplier);
        if (control.found == Truth.TRUE) {
            return true;
        }
        return control.found == Truth.FALSE ? (Object) false : Unknown.of(Interval.some(control.missing));
    }

    /** A supplier above in doubt, and what makes it so. */
    private record Doubt(FactView supplier, String path) {}

    /** What is sure is climbed first, so that nobody is met in doubt who is above for sure. */
    private void climb(FactView start) {
        Map<String, Doubt> doubts = new LinkedHashMap<>();
        Set<String> met = new HashSet<>();
        rise(new Doubt(start, ""), met, doubts);
        while (found != Truth.TRUE && !doubts.isEmpty()) {
            rise(doubts.remove(doubts.keySet().iterator().next()), met, doubts);
        }
    }

    private void rise(Doubt start, Set<String> met, Map<String, Doubt> doubts) {
        Deque<FactView> left = new ArrayDeque<>();
        left.add(start.supplier());
        while (!left.isEmpty() && found != Truth.TRUE) {
            FactView supplier = left.remove();
            if (met.add(supplier.id())) {
                note(owner.is(supplier), start.path(), supplier.path("group"));
                look(supplier, start.path(), left, doubts);
            }
        }
    }

    private void look(FactView supplier, String doubt, Deque<FactView> left, Map<String, Doubt> doubts) {
        Register register = registers.apply(supplier);
        if (!register.isKnown()) {
            note(Truth.UNKNOWN, doubt, register.path());
        }
        for (Stake stake : register.stakes()) {
            Truth control = register.controls(stake);
            FactView holder = stake.holder().supplier();
            String here = control == Truth.TRUE ? doubt : stake.path() + "controls";
            if (control != Truth.FALSE && holder == null) {
                note(owner.isOther(stake.holder()), here, register.path());
            } else if (control == Truth.TRUE && holder != null) {
                left.add(holder);
            } else if (control == Truth.UNKNOWN && holder != null) {
                doubts.putIfAbsent(holder.id(), new Doubt(holder, here));
            }
        }
    }

    private void note(Truth match, String doubt, String path) {
        if (match == Truth.FALSE || found == Truth.TRUE) {
            return;
        }
        found = match == Truth.TRUE && doubt.isEmpty() ? Truth.TRUE : Truth.UNKNOWN;
        if (!doubt.isEmpty()) {
            missing.add(doubt);
        }
        if (match == Truth.UNKNOWN) {
            missing.add(path);
        }
    }
}
