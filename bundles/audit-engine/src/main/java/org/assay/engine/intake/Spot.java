package org.assay.engine.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assay.engine.facts.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which record of a document a path begins with, as one number: its index in the section of a JSON document, or how a
 * document of another form names it. Stateless.
 */
final class Spot {
    /** {@code /component} of a line. */
    static final int LINE = -1;

    /** A row of CSV, whose paths begin with the column. */
    static final int ROW = -2;

    /** A record of the snapshot that was there before. */
    static final int BEFORE = -3;

    private Spot() {}

    static int of(Kind kind, Place.@Nullable Path path) {
        if (path == null) {
            return BEFORE;
        }
        List<Object> steps = steps(path);
        if (steps.size() > 1 && steps.get(0).equals(kind.section()) && steps.get(1) instanceof Integer index) {
            return index;
        }
        return steps.size() > 1 && steps.get(0).equals(kind.word()) ? LINE : ROW;
    }

    /** The steps of a path from the document's root. */
    static List<Object> steps(Place.@Nullable Path path) {
        List<Object> steps = new ArrayList<>();
        for (Place.Path at = path; at != null; at = at.parent()) {
            steps.add(at.step());
        }
        Collections.reverse(steps);
        return steps;
    }

    /** The path to something in a record. */
    static Place.@Nullable Path path(Kind kind, int spot, List<?> within) {
        if (spot == BEFORE) {
            return null;
        }
        Place.Path path = null;
        if (spot >= 0) {
            path = new Place.Path(new Place.Path(null, kind.section()), spot);
        } else if (spot == LINE) {
            path = new Place.Path(null, kind.word());
        }
        for (Object step : within) {
            path = new Place.Path(path, step);
        }
        return path;
    }
}
