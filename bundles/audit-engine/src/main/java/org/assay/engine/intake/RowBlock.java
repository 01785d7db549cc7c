package org.assay.engine.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.engine.facts.Kind;

/** Records of one kind from neighbouring lines, as codes, with what must be looked at when they are taken. For one thread at a time. */
final class RowBlock implements Chunk.Part {
    /** So many numbers stand for one host. */
    static final int HOST = 4;

    private static final int FIRST = 64;

    final Kind kind;
    final List<Note> notes = new ArrayList<>();
    private final int width;
    private int[] codes;
    private int[] lines = new int[FIRST];
    private byte[] warnings = new byte[FIRST];
    private int rows;
    private int[] hosts = new int[0];
    private int hostNumbers;

    /**
     * A reference that may lead nowhere.
     *
     * @param row which record has it
     * @param column the number of the column whose value has it
     * @param place where it stands, its line counted from the chunk's first
     */
    record Note(int row, int column, Kind to, String id, Place place) {}

    RowBlock(Kind kind, int width) {
        this.kind = kind;
        this.width = width;
        this.codes = new int[FIRST * width];
    }

    /** Makes room for a record, without facts. */
    void begin() {
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, 2 * rows);
            warnings = Arrays.copyOf(warnings, 2 * rows);
            codes = Arrays.copyOf(codes, 2 * rows * width);
        }
        Arrays.fill(codes, rows * width, (rows + 1) * width, 0);
    }

    /** Sets a fact of the record that was begun; false if it is set already, or if there is none to be set. */
    boolean set(int column, int code) {
        int at = rows * width + column;
        if (code == 0 || codes[at] != 0) {
            return false;
        }
        codes[at] = code;
        return true;
    }

    int get(int column) {
        return codes[rows * width + column];
    }

    int get(int row, int column) {
        return codes[row * width + column];
    }

    /** Notes that the record that was begun runs on another, by that one's number, with the column and index of its id. */
    void host(int host, int column, int element) {
        hosts = hostNumbers < hosts.length ? hosts : Arrays.copyOf(hosts, 2 * hostNumbers + HOST * FIRST);
        hosts[hostNumbers++] = rows;
        hosts[hostNumbers++] = host;
        hosts[hostNumbers++] = column;
        hosts[hostNumbers++] = element;
    }

    /** What {@link #host} noted, one number after the other, the record's own row first. */
    int[] hosts() {
        return Arrays.copyOf(hosts, hostNumbers);
    }

    /** Keeps the record that was begun. */
    void end(int line, byte warning) {
        lines[rows] = line;
        warnings[rows++] = warning;
    }

    /** Forgets what was noted for the record that was begun. */
    void giveUp() {
        while (!notes.isEmpty() && notes.get(notes.size() - 1).row() == rows) {
            notes.remove(notes.size() - 1);
        }
        while (hostNumbers > 0 && hosts[hostNumbers - HOST] == rows) {
            hostNumbers -= HOST;
        }
    }

    int rows() {
        return rows;
    }

    int[] codes() {
        return codes;
    }

    /** The number of a record's line within the chunk. */
    int line(int row) {
        return lines[row];
    }

    byte warning(int row) {
        return warnings[row];
    }
}
