package org.assay.engine.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.Nearest;

/** Which ids there are, and which are referred to. For one thread. */
final class References implements Referring {
    private static final int PLACES_KEPT = 20;
    private static final int NAMES_COMPARED = 2_000;

    /** More ids than this, or than records, are not waited for: a document of nothing but references would fill the memory. */
    private static final int MAX_AWAITED = 500_000;

    private final Map<Kind, Map<String, Place>> ids = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, List<Place>>> awaited = new EnumMap<>(Kind.class);

    private final Map<Kind, IdBook> books;
    private final FaultLog faults;
    private final int most;
    private int awaiting;

    /**
     * References of a document.
     *
     * @param books the kinds whose ids are kept in books
     * @param records how many records a document may have
     */
    References(FaultLog faults, Map<Kind, IdBook> books, int records) {
        this.faults = faults;
        this.most = Math.max(MAX_AWAITED, records);
        this.books = books;
        for (Kind kind : Kind.values()) {
            ids.put(kind, new HashMap<>());
            awaited.put(kind, new LinkedHashMap<>());
        }
    }

    /** Takes the ids of a kind in a book as taken elsewhere, in place of those taken so before. */
    void share(Kind kind, Set<String> elsewhere) {
        Objects.requireNonNull(books.get(kind)).share(elsewhere);
    }

    /** Takes an id; false if it is taken already. */
    boolean define(Kind kind, String id, Place place) {
        IdBook book = books.get(kind);
        boolean fresh = book == null ? of(ids, kind).putIfAbsent(id, place) == null : book.define(id, place);
        awaiting -= of(awaited, kind).remove(id) == null ? 0 : 1;
        return fresh;
    }

    Place placeOf(Kind kind, String id) {
        IdBook book = books.get(kind);
        return book == null ? of(ids, kind).getOrDefault(id, new Place(null, 0, 0)) : book.placeOf(id);
    }

    /** Notes that an id of a kind in a book was taken there. */
    void defined(Kind kind, int code) {
        Map<String, List<Place>> waiting = of(awaited, kind);
        IdBook book = books.get(kind);
        if (!waiting.isEmpty() && book != null) {
            awaiting -= waiting.remove(book.id(code)) == null ? 0 : 1;
        }
    }

    /** Whether one more reference to an id would change nothing. */
    boolean isSettled(Kind kind, String id) {
        return contains(kind, id)
                || of(awaited, kind).getOrDefault(id, List.of()).size() >= PLACES_KEPT;
    }

    private boolean contains(Kind kind, String id) {
        IdBook book = books.get(kind);
        return book == null ? of(ids, kind).containsKey(id) : book.contains(id);
    }

    /** Notes a reference. A country need not be listed. */
    @Override
    public void refer(Kind kind, String id, Place place) {
        if (kind == Kind.COUNTRY || contains(kind, id)) {
            return;
        }
        List<Place> places = of(awaited, kind).computeIfAbsent(id, some -> await(place));
        if (places.size() < PLACES_KEPT) {
            places.add(place);
        }
    }

    private List<Place> await(Place place) {
        if (++awaiting > most) {
            throw faults.last(
                    "too-many-references",
                    "references to more than " + most + " records that have not come yet",
                    place,
                    "put suppliers, sites and components before what refers to them");
        }
        return new ArrayList<>(1);
    }

    /** Puts down the references that lead nowhere. */
    void report() {
        awaited.forEach(
                (kind, missing) -> missing.forEach((id, places) -> places.forEach(place -> report(kind, id, place))));
    }

    private void report(Kind kind, String id, Place place) {
        IdBook book = books.get(kind);
        Collection<String> known =
                book == null ? of(ids, kind).keySet() : book.size() > NAMES_COMPARED ? List.of() : book.names();
        String near = known.size() > NAMES_COMPARED
                ? ""
                : Nearest.of(id, known)
                        .map(some -> "did you mean " + FactValues.quote(some) + "? ")
                        .orElse("");
        faults.add(
                "dangling-reference",
                "there is no " + kind.word() + " with the id " + FactValues.quote(id),
                place,
                near + "Add it under '" + kind.section() + "', or correct the reference");
    }

    private static <V> Map<String, V> of(Map<Kind, Map<String, V>> maps, Kind kind) {
        return maps.getOrDefault(kind, Map.of());
    }
}
