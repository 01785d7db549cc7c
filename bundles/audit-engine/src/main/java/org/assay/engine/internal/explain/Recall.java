package org.assay.engine.internal.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.ReadLog;
import org.jspecify.annotations.Nullable;

/**
 * Answers to one question about subjects of a kind, by what was read to find them: a subject of which the same would be read
 * gets the same answer. Where it matters which subject it is, nothing is kept. Not thread-safe.
 *
 * @param <A> an answer that holds nothing of the subject for which it was found
 */
final class Recall<A> {
    private final Node<A> root = new Node<>();

    private static final class Node<A> {
        private final Map<Object, Node<A>> children = new HashMap<>();
        private @Nullable ReadKey next;
        private @Nullable A answer;
    }

    /**
     * The answer for a subject.
     *
     * @param question finds it, noting what it reads
     */
    A answer(Known subject, Function<ReadLog, A> question) {
        Node<A> node = root;
        for (ReadKey next = node.next; next != null; next = node.next) {
            Node<A> child = node.children.get(subject.value(next));
            if (child == null) {
                return found(subject, question);
            }
            node = child;
        }
        A known = node.answer;
        return known == null ? found(subject, question) : known;
    }

    private A found(Known subject, Function<ReadLog, A> question) {
        ReadLog log = ReadLog.deep();
        A answer = question.apply(log);
        if (!log.keys().contains(ReadKey.WHOLE)) {
            keep(subject, log.keys(), answer);
        }
        return answer;
    }

    private void keep(Known subject, Set<ReadKey> read, A answer) {
        Set<ReadKey> unread = new LinkedHashSet<>(read);
        Node<A> node = root;
        for (ReadKey next = node.next; next != null; next = node.next) {
            unread.remove(next);
            node = node.children.computeIfAbsent(subject.value(next), any -> new Node<>());
        }
        List<ReadKey> rest = new ArrayList<>(unread);
        for (ReadKey key : rest) {
            node.next = key;
            node = node.children.computeIfAbsent(subject.value(key), any -> new Node<>());
        }
        node.answer = answer;
    }
}
