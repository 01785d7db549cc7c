package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.world.Stake.Right;

/**
 * Who holds and controls whom on a day. A holder with more than half of the votes controls, and so does one of whom it is
 * said. Answers are kept: rules ask the same of each component. Not thread-safe.
 */
public final class Ownership {
    private static final int MAX_KEPT = 50_000;

    private final World world;
    private final Map<LocalDate, Map<String, Register>> registers = new HashMap<>();
    private final Map<List<Object>, Object> answers = new HashMap<>();

    Ownership(World world) {
        this.world = world;
    }

    /** Whether a text says what is held, equity or votes. */
    public static boolean isRight(String word) {
        return word.equals("equity") || word.equals("votes");
    }

    /**
     * Whether somebody controls a supplier, directly or through others, or is it.
     *
     * @param controller a supplier, or a text: the name of a holder, of a supplier or of a group
     * @return a Boolean, or unknown where an owner is not known
     */
    public Object controls(Object controller, FactView controlled, LocalDate day) {
        return ask("controls", controller, controlled, day, (owner, supplier) -> Control.of(owner, supplier, on(day)));
    }

    /**
     * What somebody has of a supplier, directly and through others: an {@link Interval}, or unknown.
     *
     * @param owner as for {@link #controls}
     * @param right {@code equity} or {@code votes}
     */
    public Object interest(Object owner, FactView owned, String right, LocalDate day) {
        Right of = Right.of(right);
        return ask(of, owner, owned, day, (who, supplier) -> new Interests(who, of, on(day)).of(supplier));
    }

    /**
     * Whether one holds more than a part of the other, or a third of both, or there is control.
     *
     * @param first as for {@link #controls}
     * @return a Boolean, or unknown where a gap matters
     */
    public Object related(Object first, FactView second, Fraction limit, LocalDate day) {
        return ask(limit, first, second, day, (owner, supplier) -> {
            Relation relation = new Relation(limit, on(day));
            relation.held(owner, supplier);
            if (!Boolean.TRUE.equals(relation.answer())) {
                for (FactView member : members(owner)) {
                    if (!member.id().equals(supplier.id())) {
                        relation.with(member, owner.is(member), member.path("group"), supplier);
                    }
                }
            }
            return relation.answer();
        });
    }

    private List<FactView> members(Owner owner) {
        return owner instanceof Owner.Supplier one
                ? List.of(world.view(Kind.SUPPLIER, one.id()))
                : world.all(Kind.SUPPLIER).stream()
                        .filter(supplier -> owner.is(supplier) != Truth.FALSE)
                        .toList();
    }

    /**
     * Whether a supplier belongs to a group: its own group has that name, whatever the case, or a supplier that is known
     * to control it does.
     *
     * @return a Boolean, or unknown where its group is missing and no known owner settles it
     */
    public Object inGroup(FactView supplier, String group, LocalDate day) {
        return supplier.missing().isPresent()
                ? Unknown.of(supplier.missing().get())
                : kept(List.of("inGroup", supplier.id(), group, day), () -> inGroup(plain(supplier), group, on(day)));
    }

    private static Object inGroup(FactView supplier, String group, Function<FactView, Register> registers) {
        for (FactView one : Chain.controlling(supplier, registers)) {
            if (one.read("group") instanceof String own && Holder.plain(own).equals(Holder.plain(group))) {
                return true;
            }
        }
        return supplier.read("group") instanceof String ? (Object) false : Unknown.of(supplier.path("group"));
    }

    /** The supplier at the top of the chain of control, itself if nobody controls it; a missing one if that is not known. */
    public FactView ultimate(FactView supplier, LocalDate day) {
        return supplier.missing().isPresent()
                ? supplier
                : (FactView) kept(List.of("ultimate", supplier.id(), day), () -> Chain.top(plain(supplier), on(day)));
    }

    /** Answers a question on an owner and a supplier. */
    private interface Question {
        Object answer(Owner owner, FactView supplier);
    }

    private Object ask(Object what, Object who, FactView supplier, LocalDate day, Question question) {
        if (who instanceof FactView view && view.missing().isPresent()) {
            return Unknown.of(view.missing().get());
        }
        if (supplier.missing().isPresent()) {
            return Unknown.of(supplier.missing().get());
        }
        Owner owner = who instanceof FactView view ? new Owner.Supplier(view.id()) : Owner.Named.of((String) who);
        return kept(List.of(what, owner, supplier.id(), day), () -> question.answer(owner, plain(supplier)));
    }

    /** What is explained is found again, so that it is seen what was read. */
    private Object kept(List<Object> question, Supplier<Object> answer) {
        Object known = world.isTraced() ? null : answers.get(question);
        if (known != null) {
            return known;
        }
        if (answers.size() >= MAX_KEPT) {
            answers.clear();
        }
        Object found = answer.get();
        answers.put(question, found);
        return found;
    }

    /** The same supplier, noted by nobody. */
    private FactView plain(FactView supplier) {
        return world.view(Kind.SUPPLIER, supplier.id());
    }

    private Function<FactView, Register> on(LocalDate day) {
        Map<String, Register> known = registers.computeIfAbsent(day, d -> new HashMap<>());
        return supplier -> {
            supplier.read("owners");
            return world.isTraced()
                    ? Register.of(supplier, day)
                    : known.computeIfAbsent(supplier.id(), id -> Register.of(supplier, day));
        };
    }
}
