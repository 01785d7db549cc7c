package org.assay.engine.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.assay.engine.columns.Layout;
import org.assay.engine.columns.TableBuilder;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.facts.Kind;
import org.jspecify.annotations.Nullable;

/** Takes records of one kind that were read as codes, in the order of the document. For one thread. */
final class RowTaker {
    private final Kind kind;
    private final TableBuilder table;
    private final IdBook ids;
    private final References references;
    private final Circles circles;
    private final Warnings warnings;
    private final Settled settled;
    private final Layout.@Nullable Leaf facts;
    private int[] factCounts = new int[0];

    RowTaker(Kind kind, TableBuilder table, IdBook ids, References references, Circles circles, Warnings warnings) {
        this.kind = kind;
        this.table = table;
        this.ids = ids;
        this.references = references;
        this.circles = circles;
        this.warnings = warnings;
        this.settled = new Settled(table.layout().leaves().size());
        this.facts = table.layout().leaf(CanonicalJson.FACTS);
    }

    TableBuilder table() {
        return table;
    }

    Settled settled() {
        return settled;
    }

    /** Who counts the records. */
    interface Counter {
        boolean hasRoom();

        void taken();

        /** Reads a line of the chunk again, by its number there, because it must be refused. */
        void refuse(int line);
    }

    /**
     * Takes the records of a block.
     *
     * @param firstLine the number of the chunk's first line in the document
     */
    void take(Chunk chunk, RowBlock block, int firstLine, Counter counter) {
        Sight sight = new Sight(block);
        for (int row = 0; row < block.rows(); row++) {
            int line = firstLine + block.line(row);
            int id = block.get(row, table.idLeaf());
            boolean fresh = counter.hasRoom() && ids.define(id, line, Spot.LINE);
            if (fresh) {
                counter.taken();
                references.defined(kind, id);
                look(sight, row, id, firstLine);
                if (block.warning(row) != 0) {
                    warnings.component(block.warning(row), start(chunk, block.line(row), line));
                }
                countFacts(block, row);
            } else {
                // What the block has of it does not matter any more
                sight.pass(row);
                counter.refuse(block.line(row));
            }
        }
        table.add(block.codes(), block.rows());
    }

    /** How far a block's notes and hosts were looked at. */
    private static final class Sight {
        final RowBlock block;
        final int[] hosts;
        int host;
        int note;

        Sight(RowBlock block) {
            this.block = block;
            this.hosts = block.hosts();
        }

        boolean hasNote(int row) {
            return note < block.notes.size() && block.notes.get(note).row() == row;
        }

        boolean hasHost(int row) {
            return host < hosts.length && hosts[host] == row;
        }

        void pass(int row) {
            while (hasNote(row)) {
                note++;
            }
            while (hasHost(row)) {
                host += RowBlock.HOST;
            }
        }
    }

    private void look(Sight sight, int row, int id, int firstLine) {
        while (sight.hasNote(row)) {
            sight.note = refer(sight.note, sight.block, firstLine);
        }
        int line = firstLine + sight.block.line(row);
        for (; sight.hasHost(row); sight.host += RowBlock.HOST) {
            int at = sight.host;
            host(id, sight.hosts[at + 1], sight.hosts[at + 3], line, sight.hosts[at + 2]);
        }
    }

    /** Notes the references of one value; gives the number of the note after them. */
    private int refer(int from, RowBlock block, int firstLine) {
        RowBlock.Note first = block.notes.get(from);
        int to = from;
        for (; to < block.notes.size() && isOf(first, block.notes.get(to)); to++) {
            RowBlock.Note note = block.notes.get(to);
            Place in = note.place();
            references.refer(note.to(), note.id(), new Place(in.path(), firstLine + in.line(), in.column()));
        }
        if (block.notes.subList(from, to).stream().allMatch(note -> references.isSettled(note.to(), note.id()))) {
            settled.set(first.column(), block.get(first.row(), first.column()));
        }
        return to;
    }

    private static boolean isOf(RowBlock.Note one, RowBlock.Note other) {
        return one.row() == other.row() && one.column() == other.column();
    }

    private void host(int id, int host, int element, int line, int column) {
        Place place = new Place(Spot.path(kind, Spot.LINE, List.of("runsOn", element)), line, column);
        if (!ids.isDefined(host)) {
            references.refer(Kind.COMPONENT, ids.id(host), place);
        }
        circles.noteHost(id, host, element, place);
    }

    /** The place of the record within its line, which begins with its kind. */
    private Place start(Chunk chunk, int inChunk, int line) {
        int at = chunk.start(inChunk);
        while (chunk.bytes()[at] != ':') {
            at++;
        }
        while (chunk.bytes()[at] != '{') {
            at++;
        }
        return new Place(Spot.path(kind, Spot.LINE, List.of()), line, chunk.column(inChunk, at));
    }

    private void countFacts(RowBlock block, int row) {
        int code = facts == null ? 0 : block.get(row, facts.index());
        if (code >= factCounts.length) {
            factCounts = Arrays.copyOf(factCounts, 2 * code + 1);
        }
        factCounts[code]++;
    }

    /** Adds the regimes of which no pack is at hand, with the number of records that have facts of theirs. */
    void addKept(Set<String> known, SortedMap<String, Integer> kept) {
        for (int code = 1; facts != null && code < factCounts.length; code++) {
            if (factCounts[code] > 0) {
                int count = factCounts[code];
                ((Map<?, ?>) table.value(facts, code))
                        .keySet().stream()
                                .map(String.class::cast)
                                .filter(regime -> !known.contains(regime))
                                .forEach(regime -> kept.merge(regime, count, Integer::sum));
            }
        }
    }
}
