package org.assay.engine.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.Kind;

/** Which component runs on which, in a few bytes a link. For one thread. */
final class HostLinks {
    private static final int FIRST = 64;
    private static final int NO_ELEMENT = -1;
    private static final String FIELD = "runsOn";

    private final IdBook ids;
    private final int limit;
    private int[] from = new int[FIRST];
    private int[] to = new int[FIRST];
    private int[] lines = new int[FIRST];
    private int[] columns = new int[FIRST];
    private int[] spots = new int[FIRST];
    private int[] elements = new int[FIRST];
    private int size;

    HostLinks(IdBook ids, int limit) {
        this.ids = ids;
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    boolean isFull() {
        return size >= limit;
    }

    void add(String id, String host, Place place) {
        List<Object> steps = Spot.steps(place.path());
        int element = steps.get(steps.size() - 1) instanceof Integer index ? index : NO_ELEMENT;
        int spot = Spot.of(Kind.COMPONENT, place.path());
        add(ids.code(id), ids.code(host), place.line(), place.column(), spot, element);
    }

    void add(int id, int host, int line, int column, int spot, int element) {
        if (size == from.length) {
            int room = size + (size >> 1);
            from = Arrays.copyOf(from, room);
            to = Arrays.copyOf(to, room);
            lines = Arrays.copyOf(lines, room);
            columns = Arrays.copyOf(columns, room);
            spots = Arrays.copyOf(spots, room);
            elements = Arrays.copyOf(elements, room);
        }
        from[size] = id;
        to[size] = host;
        lines[size] = line;
        columns[size] = column;
        spots[size] = spot;
        elements[size++] = element;
    }

    /** The links that may lie on a circle, in the order in which they came; see {@link Links#core}. */
    List<Links.Link> core() {
        int nodes = 1;
        for (int i = 0; i < size; i++) {
            nodes = Math.max(nodes, Math.max(from[i], to[i]) + 1);
        }
        boolean[] gone = gone(nodes);
        List<Links.Link> core = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (!gone[from[i]] && !gone[to[i]]) {
                core.add(link(i));
            }
        }
        return core;
    }

    /** Takes nodes away that no link leaves, again and again. */
    private boolean[] gone(int nodes) {
        int[] leaving = new int[nodes];
        int[] firstArriving = new int[nodes];
        int[] nextArriving = new int[size];
        for (int i = 0; i < size; i++) {
            leaving[from[i]]++;
            nextArriving[i] = firstArriving[to[i]];
            firstArriving[to[i]] = i + 1;
        }
        boolean[] gone = new boolean[nodes];
        int[] ends = new int[nodes];
        int count = 0;
        for (int node = 0; node < nodes; node++) {
            if (leaving[node] == 0) {
                ends[count++] = node;
            }
        }
        for (int i = 0; i < count; i++) {
            gone[ends[i]] = true;
            for (int link = firstArriving[ends[i]]; link != 0; link = nextArriving[link - 1]) {
                if (--leaving[from[link - 1]] == 0) {
                    ends[count++] = from[link - 1];
                }
            }
        }
        return gone;
    }

    private Links.Link link(int i) {
        List<Object> steps = elements[i] == NO_ELEMENT ? List.of(FIELD) : List.of(FIELD, elements[i]);
        Place place = new Place(Spot.path(Kind.COMPONENT, spots[i], steps), lines[i], columns[i]);
        return new Links.Link(ids.id(from[i]), ids.id(to[i]), LocalDate.MIN, Days.NEVER, place);
    }
}
