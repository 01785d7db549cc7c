package org.assay.engine.internal.lang;

import java.util.HashMap;
import java.util.Map;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Position;

/** Where each node of an expanded expression was written: in the expression itself, or in a define. */
final class Origin {
    private final Map<Long, Place> places = new HashMap<>();
    private long last;
    private int depth;

    /** A new node that stands for what is written at an offset of an expression. */
    long next(Expr written, int offset) {
        places.put(++last, new Place(written, offset));
        return last;
    }

    /** Goes into a node, of what is written out; how deep that is. */
    int enter() {
        return ++depth;
    }

    void leave() {
        depth--;
    }

    long count() {
        return last;
    }

    /** The place in the file of a node; of the expression itself where the node is not known. */
    Position position(long node, Expr otherwise) {
        Place place = places.getOrDefault(node, new Place(otherwise, 0));
        return within(place.written(), place.offset());
    }

    Expr written(long node, Expr otherwise) {
        return places.getOrDefault(node, new Place(otherwise, 0)).written();
    }

    /** The place in the file of an offset, counted in code points, of an expression. */
    static Position within(Expr written, int offset) {
        int line = written.at().line();
        int column = written.at().column();
        int end = written.text()
                .offsetByCodePoints(
                        0,
                        Math.min(
                                offset,
                                written.text().codePointCount(0, written.text().length())));
        for (int i = 0; i < end; i++) {
            boolean newLine = written.text().charAt(i) == '\n';
            line += newLine ? 1 : 0;
            column = newLine ? 1 : column + 1;
        }
        return new Position(line, column);
    }

    private record Place(Expr written, int offset) {}
}
