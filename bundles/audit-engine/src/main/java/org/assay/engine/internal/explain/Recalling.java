package org.assay.engine.internal.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Condition;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.FactView;

/** Puts together what is kept in a {@link Memory} as CEL would have gone through it. Not sure where anything is an error. */
final class Recalling implements Telling {
    private static final Compiled.Result YES = new Compiled.Result(true, new TreeSet<>(), "");
    private static final Compiled.Result NO = new Compiled.Result(false, new TreeSet<>(), "");

    private final Memory memory;
    private final CompiledRule rule;
    private final Known subject;
    private final String name;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private boolean ended;
    private boolean broken;

    Recalling(Memory memory, CompiledRule rule, Known subject) {
        this.memory = memory;
        this.rule = rule;
        this.subject = subject;
        this.name = subject.subject().subject();
    }

    @Override
    public Compiled.Result condition(Compiled when) {
        return memory.condition(rule, when).map(this::ask).orElseGet(() -> truth(memory.truth(rule, when, subject)));
    }

    private Compiled.Result ask(Condition condition) {
        if (condition instanceof Condition.And and) {
            return joined(and.first(), and.second(), Truth.FALSE);
        } else if (condition instanceof Condition.Or or) {
            return joined(or.first(), or.second(), Truth.TRUE);
        } else if (condition instanceof Condition.Not not) {
            Compiled.Result of = ask(not.of());
            return of.truth() == Truth.TRUE ? NO : of.truth() == Truth.FALSE ? YES : of;
        } else if (condition instanceof Condition.Choice choice) {
            Compiled.Result when = ask(choice.when());
            return when.truth() == Truth.TRUE
                    ? ask(choice.then())
                    : when.truth() == Truth.FALSE ? ask(choice.otherwise()) : when;
        } else if (condition instanceof Condition.Fixed fixed) {
            return fixed.value() ? YES : NO;
        }
        return truth(memory.atom(rule, ((Condition.Atom) condition).number(), subject));
    }

    /** Two of which one truth settles both. */
    private Compiled.Result joined(Condition first, Condition second, Truth settles) {
        Compiled.Result one = ask(first);
        if (one.truth() == settles) {
            return one;
        }
        Compiled.Result other = ask(second);
        if (other.truth() == settles || one.truth() != Truth.UNKNOWN) {
            return other;
        }
        if (other.truth() != Truth.UNKNOWN) {
            return one;
        }
        Set<String> both = new TreeSet<>(one.missing());
        both.addAll(other.missing());
        return new Compiled.Result(null, new TreeSet<>(both), "");
    }

    private Compiled.Result truth(Told told) {
        note(told);
        return told.value() == null ? told.about(name) : Boolean.TRUE.equals(told.value()) ? YES : NO;
    }

    private void note(Told told) {
        broken |= told.broken();
        if (!ended) {
            told.facts().forEach(fact -> facts.putIfAbsent(FactView.place(fact.path(), name), fact.value()));
        }
    }

    @Override
    public String text(Template template) {
        return template.printWith(expression -> {
            Told told = memory.text(rule, expression, subject);
            note(told);
            return String.valueOf(told.value());
        });
    }

    @Override
    public Compiled.Result day(Compiled expression) {
        Told told = memory.day(rule, expression, subject);
        note(told);
        return told.about(name);
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public boolean isSure() {
        return !broken;
    }
}
