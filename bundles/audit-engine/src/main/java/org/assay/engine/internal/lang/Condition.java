package org.assay.engine.internal.lang;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;

/** A condition cut at the logical operators into atoms, each of which is evaluated as it stands. */
public sealed interface Condition {

    /** True if both are; false if one is, whatever the other. */
    record And(Condition first, Condition second) implements Condition {}

    /** True if one is, whatever the other. */
    record Or(Condition first, Condition second) implements Condition {}

    /** The contrary. */
    record Not(Condition of) implements Condition {}

    /** One of two, as a condition says; unknown or broken with it. */
    record Choice(Condition when, Condition then, Condition otherwise) implements Condition {}

    /** Always the same. */
    record Fixed(boolean value) implements Condition {}

    /** What is not cut: the number under which it is known. */
    record Atom(int number) implements Condition {}

    /**
     * A condition on the components of something.
     *
     * @param all whether it must hold for all of them, else for one
     * @param path the field of the subject that names it; empty where it is the subject itself
     * @param test the condition, whose atoms are numbered on their own
     * @param free whether it says nothing about the subject, so that it is the same for all who name the same thing
     * @param weight the steps of asking one component
     */
    record Members(boolean all, String path, Condition test, boolean free, long weight) implements Condition {}

    /** Gives atoms their numbers: the same to equal ones. */
    interface Numbers {
        /** The number of an atom on the subject. */
        int subject(CutAtom atom);

        /** The number of an atom on a component of something, which the atom knows by a name. */
        int member(CutAtom atom, String name);

        /** Whether an atom on a component of something says nothing about the subject. */
        boolean free(CutAtom atom, String name);
    }

    /**
     * A part of an expression that is not cut.
     *
     * @param member whether it is about a component of something
     */
    record CutAtom(Compiled whole, CelExpr part, boolean member) {
        /** Ready to run. */
        public Compiled compiled() {
            return member ? whole.member(part) : whole.part(part);
        }

        /** The same text for atoms that mean the same. */
        public String shape() {
            return Shape.of(part);
        }

        /** The same, a name taken for another. */
        public String shape(String name, String as) {
            return Shape.of(part, name, as);
        }

        /** What it reads besides the facts. */
        public Reads reads() {
            return Reads.of(part);
        }
    }

    /**
     * Cuts a condition.
     *
     * @param subject the name by which it knows its subject
     */
    static Condition cut(Compiled whole, String subject, Numbers numbers) {
        return new Cut(whole, numbers, subject, "").cut(whole.root());
    }

    /**
     * Cuts one condition.
     *
     * @param name by which it knows the component of something that it is about; empty where it is about the subject
     */
    record Cut(Compiled whole, Numbers numbers, String subject, String name) {
        Condition cut(CelExpr node) {
            CelExpr.ExprKind.Kind kind = node.exprKind().getKind();
            if (kind == CelExpr.ExprKind.Kind.CONSTANT && node.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
                return new Fixed(node.constant().booleanValue());
            }
            if (kind == CelExpr.ExprKind.Kind.CALL) {
                return call(node);
            }
            Loop loop = name.isEmpty() ? Loop.of(node, subject) : null;
            if (loop != null) {
                CutAtom test = new CutAtom(whole, loop.test(), true);
                boolean free = numbers.free(test, loop.variable());
                Condition inner = new Cut(whole, numbers, subject, loop.variable()).cut(loop.test());
                long weight = Metering.weight(node.comprehension().loopStep());
                return new Members(loop.all(), loop.path(), inner, free, weight);
            }
            return atom(node);
        }

        private Condition call(CelExpr node) {
            List<CelExpr> args = node.call().args();
            return switch (node.call().function()) {
                case "_&&_" -> new And(cut(args.get(0)), cut(args.get(1)));
                case "_||_" -> new Or(cut(args.get(0)), cut(args.get(1)));
                case "!_" -> new Not(cut(args.get(0)));
                case "_?_:_" -> new Choice(cut(args.get(0)), cut(args.get(1)), cut(args.get(2)));
                default -> atom(node);
            };
        }

        private Condition atom(CelExpr node) {
            CutAtom atom = new CutAtom(whole, node, !name.isEmpty());
            return new Atom(name.isEmpty() ? numbers.subject(atom) : numbers.member(atom, name));
        }
    }
}
