package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.world.Stake.Right;

/**
 * Who holds and controls whom on a day. A holder with more than half of the votes controls, and so does one of whom it is
 * said. Answers are kept: rules ask the same of each component. Not thread-safe.
 */
public final class Ownership {
    private static final int MAX_KEPT = 200_000;
    private static final Object CIRCLE = new Object();

    private final World world;
    private final Map<LocalDate, Map<String, Register>> registers = new HashMap<>();
    private final Map<List<Object>, Map<String, Object>> answers = new HashMap<>();
    private final Map<List<Object>, Interests> interests = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Owner, List<FactView>> members = new HashMap<>();
    private int answered;
    private int settled;
    private int registered;

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
        return ask(controller, controlled, (owner, supplier) -> {
            Function<FactView, Register> on = on(day);
            return kept(answers("controls", owner, day), known -> Control.of(owner, supplier, on, known));
        });
    }

    /**
     * What somebody has of a supplier, directly and through others: an {@link Interval}, or unknown.
     *
     * @param owner as for {@link #controls}
     * @param right {@code equity} or {@code votes}
     */
    public Object interest(Object owner, FactView owned, String right, LocalDate day) {
        Right of = Right.of(right);
        return ask(owner, owned, (who, supplier) -> interest(who, of, day, supplier));
    }

    /**
     * Whether one holds more than a part of the other, or a third of both, or there is control.
     *
     * @param first as for {@link #controls}
     * @return a Boolean, or unknown where a gap matters
     */
    public Object related(Object first, FactView second, Fraction limit, LocalDate day) {
        return ask(
                first,
                second,
                (owner, supplier) -> kept(
                        answers(limit, owner, day),
                        known -> known.computeIfAbsent(supplier.id(), id -> related(owner, supplier, limit, day))));
    }

    private Object related(Owner owner, FactView supplier, Fraction limit, LocalDate day) {
        Relation relation = new Relation(limit, on(day), (who, one) -> interest(who, Right.EQUITY, day, one));
        relation.held(owner, supplier);
        if (!Boolean.TRUE.equals(relation.answer())) {
            for (FactView member : members(owner)) {
                if (!member.id().equals(supplier.id())) {
                    relation.with(member, owner.is(member), member.path("group"), supplier);
                }
            }
        }
        return relation.answer();
    }

    private List<FactView> members(Owner owner) {
        if (owner instanceof Owner.Supplier one) {
            return List.of(world.view(Kind.SUPPLIER, one.id()));
        }
        return world.isTraced() ? meant(owner) : members.computeIfAbsent(owner, this::meant);
    }

    private List<FactView> meant(Owner owner) {
        return world.all(Kind.SUPPLIER).stream()
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
        if (supplier.missing().isPresent()) {
            return Unknown.of(supplier.missing().get());
        }
        FactView own = plain(supplier);
        String name = Holder.plain(group);
        Function<FactView, Register> on = on(day);
        Object above = kept(
                answers("inGroup", name, day),
                answers -> Ladder.climb(
                        own,
                        answers,
                        at -> isIn(at, name) ? null : on.apply(at).onlyController(),
                        at -> Chain.controlling(at, on).stream().anyMatch(one -> isIn(one, name)),
                        false));
        boolean known = Boolean.TRUE.equals(above) || own.read("group") instanceof String;
        return known ? above : Unknown.of(own.path("group"));
    }

    private static boolean isIn(FactView supplier, String plain) {
        return supplier.read("group") instanceof String own && Holder.plain(own).equals(plain);
    }

    /** The supplier at the top of the chain of control, itself if nobody controls it; a missing one if that is not known. */
    public FactView ultimate(FactView supplier, LocalDate day) {
        if (supplier.missing().isPresent()) {
            return supplier;
        }
        FactView own = plain(supplier);
        Function<FactView, Register> on = on(day);
        Object top = kept(
                answers("ultimate", "", day),
                known ->
                        Ladder.climb(own, known, at -> on.apply(at).onlyController(), at -> Chain.top(at, on), CIRCLE));
        return top instanceof FactView found ? found : Chain.top(own, on);
    }

    /** Answers a question on an owner and a supplier. */
    private interface Question {
        Object answer(Owner owner, FactView supplier);
    }

    private Object ask(Object who, FactView supplier, Question question) {
        if (who instanceof FactView view && view.missing().isPresent()) {
            return Unknown.of(view.missing().get());
        }
        if (supplier.missing().isPresent()) {
            return Unknown.of(supplier.missing().get());
        }
        Owner owner = who instanceof FactView view ? new Owner.Supplier(view.id()) : Owner.Named.of((String) who);
        return question.answer(owner, plain(supplier));
    }

    /** The answers to one question by supplier. What is explained is found again, so that it is seen what was read. */
    private Map<String, Object> answers(Object what, Object who, LocalDate day) {
        if (world.isTraced()) {
            return new HashMap<>();
        }
        if (answered > MAX_KEPT) {
            answers.clear();
            answered = 0;
        }
        return answers.computeIfAbsent(List.of(what, who, day), any -> new HashMap<>());
    }

    private Object kept(Map<String, Object> known, Function<Map<String, Object>, Object> question) {
        int before = known.size();
        Object answer = question.apply(known);
        answered += known.size() - before;
        return answer;
    }

    private Interests interests(Owner owner, Right right, LocalDate day) {
        if (world.isTraced()) {
            return new Interests(owner, right, on(day));
        }
        return interests.computeIfAbsent(List.of(owner, right, day), any -> new Interests(owner, right, on(day)));
    }

    private Interval interest(Owner owner, Right right, LocalDate day, FactView supplier) {
        Interests some = interests(owner, right, day);
        int before = some.size();
        Interval held = some.of(supplier);
        settled += some.size() - before;
        while (settled > MAX_KEPT && interests.size() > 1) {
            Iterator<Interests> eldest = interests.values().iterator();
            settled -= eldest.next().size();
            eldest.remove();
        }
        return held;
    }

    /** The same supplier, noted by nobody. */
    private FactView plain(FactView supplier) {
        return world.view(Kind.SUPPLIER, supplier.id());
    }

    private Function<FactView, Register> on(LocalDate day) {
        if (registered > MAX_KEPT) {
            registers.clear();
            registered = 0;
        }
        Map<String, Register> known = registers.computeIfAbsent(day, d -> new HashMap<>());
        return supplier -> {
            supplier.read("owners");
            world.meter().work(1);
            return world.isTraced()
                    ? Register.of(supplier, day)
                    : known.computeIfAbsent(supplier.id(), id -> registered(supplier, day));
        };
    }

    private Register registered(FactView supplier, LocalDate day) {
        Register register = Register.of(supplier, day);
        registered++;
        world.meter().work(register.stakes().size());
        return register;
    }
}
