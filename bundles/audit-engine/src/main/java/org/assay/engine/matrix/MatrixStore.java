package org.assay.engine.matrix;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.assay.api.Outcome;
import org.assay.engine.digest.Sha256;

/**
 * The stored form of verdicts: a mark with the form's number, the head's length and its CRC-32C, the head, then one section after
 * the other. The head has what counts and filters need: requirements, what their cells mean, how many subjects have each, and how
 * long each section is. A section is the list of subjects of a kind, or the set of those with one cell (in RoaringBitmap's
 * portable form). What is read is checked: a list by its SHA-256, a set by its CRC-32C and by its own rules. Stateless.
 */
public final class MatrixStore {
    /** {@code AVM} and the number of the form. */
    static final int MARK = 0x41_56_4D_02;

    /** Mark, length of the head, CRC-32C of the head. */
    static final int PREFIX = 3 * Integer.BYTES;

    /** What stands for "no outcome". */
    static final int NONE = -1;

    private MatrixStore() {}

    /** Writes verdicts; the stream stays open. */
    public static void write(BitmapMatrix matrix, OutputStream out) throws IOException {
        List<byte[]> sections = new ArrayList<>();
        byte[] head = head(matrix, sections);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MARK);
        data.writeInt(head.length);
        data.writeInt(crc(head));
        data.write(head);
        for (byte[] section : sections) {
            data.write(section);
        }
        data.flush();
    }

    /** Whether bytes begin as this form does, whatever its number. */
    public static boolean isMine(StoredBytes bytes) {
        return bytes.size() >= PREFIX && bytes.read(0, Integer.BYTES).getInt() >>> Byte.SIZE == MARK >>> Byte.SIZE;
    }

    /**
     * Opens stored verdicts; reads the head alone, and the rest when it is asked for. What is then found to be damaged is said
     * by a {@link MatrixFormatException} too.
     *
     * @throws MatrixFormatException if the head is damaged, not one of this form, or does not fit the bytes that there are
     */
    public static BitmapMatrix open(StoredBytes bytes) {
        return new MatrixReader(bytes).read();
    }

    static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static byte[] head(BitmapMatrix matrix, List<byte[]> sections) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(matrix.regime());
        out.writeInt(matrix.subjects().size());
        for (Map.Entry<String, SubjectIds> kind : matrix.subjects().entrySet()) {
            byte[] stored = kind.getValue().stored();
            out.writeUTF(kind.getKey());
            out.writeInt(kind.getValue().size());
            out.write(Sha256.parse(kind.getValue().digest()));
            out.writeInt(stored.length);
            sections.add(stored);
        }
        out.writeInt(matrix.rows().size());
        for (BitmapRow row : matrix.rows().values()) {
            head(row.head(), out);
            counts(row, sections, out);
        }
        return bytes.toByteArray();
    }

    private static void head(RowHead head, DataOutputStream out) throws IOException {
        out.writeUTF(head.requirement());
        out.writeUTF(head.subjectKind());
        out.writeByte(head.binding().ordinal());
        out.writeByte(head.severity().ordinal());
        out.writeBoolean(head.historic());
        out.writeByte(head.clauses().size());
        for (ClauseMeaning clause : head.clauses()) {
            Outcome forecast = clause.forecast();
            out.writeByte(clause.outcome().ordinal());
            out.writeUTF(clause.code());
            out.writeByte(clause.severity().ordinal());
            out.writeByte(forecast == null ? NONE : forecast.ordinal());
        }
    }

    private static void counts(BitmapRow row, List<byte[]> sections, DataOutputStream out) throws IOException {
        out.writeByte(row.entries().size());
        if (!row.entries().isEmpty()) {
            out.writeByte(BitmapRow.largest(row.counts()));
        }
        for (BitmapRow.Entry entry : row.entries()) {
            out.writeByte(entry.cell());
            out.writeInt(entry.count().count());
            if (entry.kept()) {
                byte[] set = entry.set().get().write();
                out.writeInt(set.length);
                out.writeInt(crc(set));
                sections.add(set);
            }
        }
    }
}
