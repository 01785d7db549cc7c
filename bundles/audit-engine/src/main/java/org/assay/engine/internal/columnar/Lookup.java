package org.assay.engine.internal.columnar;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.ReadLog;

/**
 * Answers about the subjects of a block. A question is put to CEL for one subject, and it is noted what is read; every
 * subject with the same values there gets the same answer without CEL. Not thread-safe.
 *
 * @param <A> an answer that holds nothing of the subject for which it was found
 */
final class Lookup<A> {
    /** Steps that are kept for one question; beyond, CEL is asked for every subject. */
    private static final int MAX_NODES = 500_000;

    private final Function<FactView, A> question;
    private final Block block;
    private final Node<A> root = new Node<>();
    private int nodes;
    private long runs;

    Lookup(Function<FactView, A> question, Block block) {
        this.question = question;
        this.block = block;
    }

    /** How often the question was put to CEL. */
    long runs() {
        return runs;
    }

    /** The answer for a subject, given by its place in the block. */
    A answer(int position) {
        Node<A> node = root;
        while (node.column != null) {
            node = node.child(node.column.code(position));
        }
        if (node.answer != null) {
            return node.answer;
        }
        ReadLog log = new ReadLog();
        runs++;
        A answer = question.apply(block.observed(position, log));
        if (!node.single && nodes < MAX_NODES) {
            keep(node, position, log.keys(), answer);
        }
        return answer;
    }

    private void keep(Node<A> from, int position, Set<ReadKey> read, A answer) {
        if (read.contains(ReadKey.WHOLE)) {
            from.single = true;
            return;
        }
        Set<ReadKey> unread = new HashSet<>(read);
        for (Node<A> node = root; node.column != null; node = node.child(node.column.code(position))) {
            unread.remove(node.column.key());
        }
        Node<A> node = from;
        for (ReadKey key : read) {
            if (unread.contains(key)) {
                node.column = block.column(key);
                node = node.child(node.column.code(position));
                nodes++;
            }
        }
        node.answer = answer;
    }
}
