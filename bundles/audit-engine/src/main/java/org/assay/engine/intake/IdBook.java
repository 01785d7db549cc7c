package org.assay.engine.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.engine.columns.Dictionary;
import org.assay.engine.facts.Kind;

/** The ids of a kind of which there may be millions, with the places where they stand, in a few bytes each. For one thread. */
final class IdBook {
    private static final int FIRST = 64;

    private final Kind kind;
    private final Dictionary ids;
    /** By code: the line and 1, so that 0 is an id that is only referred to. */
    private int[] lines = new int[FIRST];

    private int[] spots = new int[FIRST];
    private int defined;
    private Set<String> elsewhere = Set.of();

    IdBook(Kind kind, Dictionary ids) {
        this.kind = kind;
        this.ids = ids;
    }

    /** Takes ids as defined that stand in another place, instead of those taken so before. */
    void share(Set<String> ids) {
        elsewhere = ids;
    }

    /** The number of an id, whether it is defined or only referred to. */
    int code(String id) {
        return ids.add(id.getBytes(StandardCharsets.UTF_8));
    }

    /** The id of a number. */
    String id(int code) {
        return ids.text(code);
    }

    boolean isDefined(int code) {
        return code < lines.length && lines[code] != 0;
    }

    boolean contains(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        int code = ids.find(bytes, 0, bytes.length);
        return code != 0 && isDefined(code) || elsewhere.contains(id);
    }

    /** Takes an id; false if it is taken already. */
    boolean define(String id, Place place) {
        return define(code(id), place.line(), Spot.of(kind, place.path()));
    }

    /** Takes an id by its number; false if it is taken already. */
    boolean define(int code, int line, int spot) {
        if (code >= lines.length) {
            int room = Math.max(code + 1, lines.length + (lines.length >> 1));
            lines = Arrays.copyOf(lines, room);
            spots = Arrays.copyOf(spots, room);
        }
        if (lines[code] != 0) {
            return false;
        }
        lines[code] = line + 1;
        spots[code] = spot;
        defined++;
        return true;
    }

    /** Where the id of a record stands. */
    Place placeOf(String id) {
        int code = code(id);
        return new Place(Spot.path(kind, spots[code], List.of(kind.idField())), lines[code] - 1, 0);
    }

    int size() {
        return defined + elsewhere.size();
    }

    /** All ids that are defined, sorted. */
    List<String> names() {
        Stream<String> own = IntStream.range(1, lines.length)
                .filter(code -> lines[code] != 0)
                .mapToObj(this::id);
        return Stream.concat(own, elsewhere.stream()).sorted().toList();
    }
}
