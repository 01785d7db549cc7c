package org.assay.engine.internal.columnar;

import org.jspecify.annotations.Nullable;

/**
 * A step in what was found out about a question: what is asked next, and by its code where to go on; or the answer.
 * Children stand in a table by code, found by hashing. Changed under its tree's lock; whoever reads without it may miss what
 * was just added, and then asks again under the lock, but sees nothing wrong: all that it goes through is final.
 *
 * @param <A> an answer
 */
final class Node<A> {
    private static final int FIRST = 4;

    private final int code;

    /** The answer, where it is settled. */
    @Nullable
    A answer;

    /** What is asked next; null where nobody knows yet. */
    @Nullable
    Step step;

    /** Whether it depends on which subject it is: nothing is kept from here on. */
    boolean single;

    private @Nullable Node<A>[] children = table(0);
    private int count;

    Node(int code) {
        this.code = code;
    }

    /** The child for a code, if there is one. */
    @Nullable
    Node<A> find(int wanted) {
        @Nullable Node<A>[] table = children;
        if (table.length == 0) {
            return null;
        }
        int mask = table.length - 1;
        for (int at = slot(wanted, mask); ; at = at + 1 & mask) {
            Node<A> child = table[at];
            if (child == null || child.code == wanted) {
                return child;
            }
        }
    }

    /** The child for a code, made if there is none. Under the lock. */
    Node<A> child(int wanted) {
        Node<A> known = find(wanted);
        if (known != null) {
            return known;
        }
        if (count * 2 >= children.length) {
            grow();
        }
        Node<A> fresh = new Node<>(wanted);
        put(children, fresh);
        count++;
        return fresh;
    }

    private void grow() {
        @Nullable Node<A>[] more = table(Math.max(FIRST, children.length * 2));
        for (Node<A> child : children) {
            if (child != null) {
                put(more, child);
            }
        }
        children = more;
    }

    private static <A> void put(@Nullable Node<A>[] table, Node<A> child) {
        int mask = table.length - 1;
        int at = slot(child.code, mask);
        while (table[at] != null) {
            at = at + 1 & mask;
        }
        table[at] = child;
    }

    private static int slot(int code, int mask) {
        return code * 0x9E3779B9 >>> 7 & mask;
    }

    @SuppressWarnings("unchecked")
    private static <A> @Nullable Node<A>[] table(int size) {
        return (Node<A>[]) new Node<?>[size];
    }
}
