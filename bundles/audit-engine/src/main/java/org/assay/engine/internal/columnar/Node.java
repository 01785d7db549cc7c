package org.assay.engine.internal.columnar;

import org.jspecify.annotations.Nullable;

/**
 * A step in what was found out about a question: the column that is read next, and by its code where to go on; or the
 * answer. Children stand in a table by code, found by hashing.
 *
 * @param <A> an answer
 */
final class Node<A> {
    private static final int FIRST = 4;

    /** The answer, where it is settled. */
    @Nullable
    A answer;

    /** What is read next; null where nobody knows yet. */
    @Nullable
    Column column;

    /** Whether it depends on which subject it is: nothing is kept from here on. */
    boolean single;

    private int[] codes = {};
    private @Nullable Node<A>[] children = table(0);
    private int count;

    /** The child for a code, made if there is none. */
    Node<A> child(int code) {
        if (count * 2 >= children.length) {
            grow();
        }
        int at = slot(code);
        Node<A> child = children[at];
        if (child == null) {
            child = new Node<>();
            codes[at] = code;
            children[at] = child;
            count++;
        }
        return child;
    }

    private int slot(int code) {
        int mask = children.length - 1;
        int at = code * 0x9E3779B9 >>> 7 & mask;
        while (children[at] != null && codes[at] != code) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldCodes = codes;
        @Nullable Node<A>[] old = children;
        codes = new int[Math.max(FIRST, old.length * 2)];
        children = table(codes.length);
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int at = slot(oldCodes[i]);
                codes[at] = oldCodes[i];
                children[at] = old[i];
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <A> @Nullable Node<A>[] table(int size) {
        return (Node<A>[]) new Node<?>[size];
    }
}
