package org.assay.engine.matrix;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.digest.Sha256;

/** Reads the head of stored verdicts; see {@link MatrixStore}. For one thread; what it makes reads on in any. */
final class MatrixReader {
    private static final int HASH = 32;
    private static final int LARGEST_HEAD = 1 << 26;
    private static final int MARK_BYTES = Byte.SIZE;

    private final StoredBytes bytes;
    private final SortedMap<String, SubjectIds> subjects = new TreeMap<>();
    private long section;

    MatrixReader(StoredBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * A part of the bytes.
     *
     * @param offset where it begins
     */
    private record Section(long offset, int length) {}

    BitmapMatrix read() {
        byte[] head = head();
        section = MatrixStore.PREFIX + (long) head.length;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(head))) {
            String regime = in.readUTF();
            for (int kinds = in.readInt(); kinds > 0; kinds--) {
                require(subjects.put(in.readUTF(), ids(in)) == null, "a kind of subject is there twice");
            }
            SortedMap<String, BitmapRow> rows = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                BitmapRow row = row(in);
                require(rows.put(row.head().requirement(), row) == null, "a requirement is there twice");
            }
            require(in.available() == 0, "the head goes on after its last requirement");
            require(section == bytes.size(), "it is to have " + section + " bytes and has " + bytes.size());
            return new BitmapMatrix(regime, subjects, rows);
        } catch (IOException cut) {
            throw new MatrixFormatException("stored verdicts: the head ends too soon, or has a text that is none", cut);
        }
    }

    private byte[] head() {
        require(bytes.size() >= MatrixStore.PREFIX, "there are only " + bytes.size() + " bytes");
        ByteBuffer prefix = bytes.read(0, MatrixStore.PREFIX);
        int mark = prefix.getInt();
        require(mark >>> MARK_BYTES == MatrixStore.MARK >>> MARK_BYTES, "they do not begin with AVM");
        require(
                mark == MatrixStore.MARK,
                "their form is number " + (mark & 0xFF) + ", known is " + (MatrixStore.MARK & 0xFF));
        int length = prefix.getInt();
        boolean fits = length >= 0 && length <= LARGEST_HEAD && length <= bytes.size() - MatrixStore.PREFIX;
        require(fits, "a head of " + length + " bytes cannot be in " + bytes.size());
        byte[] head = take(new Section(MatrixStore.PREFIX, length));
        require(MatrixStore.crc(head) == prefix.getInt(), "the head is damaged: its CRC-32C is another");
        return head;
    }

    private byte[] take(Section from) {
        byte[] taken = new byte[from.length()];
        bytes.read(from.offset(), from.length()).get(taken);
        return taken;
    }

    private Section section(int length) {
        require(length >= 0 && length <= bytes.size() - section, "a section of " + length + " bytes does not fit in");
        Section next = new Section(section, length);
        section += length;
        return next;
    }

    private SubjectIds ids(DataInputStream in) throws IOException {
        int size = in.readInt();
        String digest = Sha256.print(in.readNBytes(HASH));
        Section stored = section(in.readInt());
        long least = 2L * size + (size + SubjectIds.BLOCK - 1L) / SubjectIds.BLOCK * Integer.BYTES;
        require(size >= 0 && stored.length() >= least, size + " ids cannot be in " + stored.length() + " bytes");
        return new SubjectIds(size, digest, () -> {
            byte[] taken = take(stored);
            require(Sha256.textOf(taken).equals(digest), "the ids of subjects are damaged: their SHA-256 is another");
            return taken;
        });
    }

    private BitmapRow row(DataInputStream in) throws IOException {
        String requirement = in.readUTF();
        String kind = in.readUTF();
        Binding binding = one(Binding.values(), in.readByte());
        Severity severity = one(Severity.values(), in.readByte());
        boolean historic = in.readBoolean();
        List<ClauseMeaning> clauses = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            clauses.add(clause(in));
        }
        require(clauses.size() <= RowHead.NOT_ADDRESSED, requirement + " has " + clauses.size() + " clauses");
        RowHead head = new RowHead(requirement, kind, binding, severity, historic, clauses);
        return row(head, in);
    }

    private static ClauseMeaning clause(DataInputStream in) throws IOException {
        Outcome outcome = one(Outcome.values(), in.readByte());
        String code = in.readUTF();
        Severity severity = one(Severity.values(), in.readByte());
        byte forecast = in.readByte();
        return new ClauseMeaning(
                outcome, code, severity, forecast == MatrixStore.NONE ? null : one(Outcome.values(), forecast));
    }

    /** The largest cell has no section, and is known only once all are read: so lengths stand with all but it. */
    private BitmapRow row(RowHead head, DataInputStream in) throws IOException {
        SubjectIds of = subjects.getOrDefault(head.subjectKind(), SubjectIds.NONE);
        int cells = in.readUnsignedByte();
        int largest = cells == 0 ? -1 : in.readUnsignedByte();
        List<BitmapRow.Count> counts = new ArrayList<>();
        List<Supplier<SubjectSet>> sets = new ArrayList<>();
        long all = 0;
        for (int i = 0; i < cells; i++) {
            BitmapRow.Count count = new BitmapRow.Count(in.readUnsignedByte(), in.readInt());
            boolean rises = counts.isEmpty() || counts.get(i - 1).cell() < count.cell();
            require(rises && head.means(count.cell()) && count.count() > 0, head.requirement() + " has a bad cell");
            counts.add(count);
            sets.add(i == largest ? SubjectSet::none : set(head, of.size(), count.count(), in));
            all += count.count();
        }
        require(all == of.size(), head.requirement() + " has " + all + " verdicts on " + of.size() + " subjects");
        require(BitmapRow.largest(counts) == largest, head.requirement() + " lacks a set that is not the largest");
        return new BitmapRow(head, of.size(), counts, sets::get);
    }

    private Supplier<SubjectSet> set(RowHead head, int subjects, int count, DataInputStream in) throws IOException {
        Section stored = section(in.readInt());
        int crc = in.readInt();
        return () -> {
            byte[] taken = take(stored);
            require(MatrixStore.crc(taken) == crc, head.requirement() + ": a set is damaged: its CRC-32C is another");
            SubjectSet set = SubjectSet.read(ByteBuffer.wrap(taken), subjects);
            require(set.size() == count, head.requirement() + ": a set of " + set.size() + " is to have " + count);
            return set;
        };
    }

    private static <T> T one(T[] all, byte number) {
        require(
                number >= 0 && number < all.length,
                "there is no " + all[0].getClass().getSimpleName() + " " + number);
        return all[number];
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new MatrixFormatException("stored verdicts: " + otherwise);
        }
    }
}
