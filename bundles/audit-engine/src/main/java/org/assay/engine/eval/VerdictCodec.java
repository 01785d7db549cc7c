package org.assay.engine.eval;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.digest.Sha256;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.ClauseMeaning;
import org.assay.engine.matrix.MatrixStore;
import org.assay.engine.matrix.RowHead;
import org.assay.engine.matrix.StoredBytes;

/** The digest of verdicts given cell by cell, and the reading of every stored form. Stateless. */
public final class VerdictCodec {
    private static final int FORMAT = 1;
    private static final short GZIP = 0x1F8B;
    private static final int LARGEST_FIRST = 1 << 30;
    private static final int NONE = -1;

    private VerdictCodec() {}

    /**
     * SHA-256 over, per requirement in id order, its id and one byte per subject in id order: {@code sha256:} and 64
     * lower-case hex digits. It does not depend on the stored form.
     */
    public static String digest(VerdictMatrix matrix) {
        MessageDigest sha = Sha256.digest();
        matrix.rows().forEach((id, row) -> {
            sha.update(id.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(row.cells());
        });
        return Sha256.print(sha.digest());
    }

    /**
     * Opens stored verdicts. Of the form that {@link MatrixStore} writes only the head is read; the first form, one byte a verdict
     * in gzip, is read as a whole.
     *
     * @throws IllegalArgumentException if the bytes are not stored verdicts of a form known here
     */
    public static BitmapMatrix open(StoredBytes stored) {
        boolean first = stored.size() >= 2 && stored.read(0, 2).getShort() == GZIP;
        if (!first) {
            return MatrixStore.open(stored);
        }
        if (stored.size() > LARGEST_FIRST) {
            throw new IllegalArgumentException("verdicts of the first form take " + stored.size() + " bytes, at most "
                    + LARGEST_FIRST + " can be read");
        }
        byte[] bytes = new byte[(int) stored.size()];
        stored.read(0, bytes.length).get(bytes);
        return read(bytes).compact();
    }

    private static VerdictMatrix read(byte[] stored) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(stored)))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalArgumentException("verdicts stored in format " + format + ", known is " + FORMAT);
            }
            String regime = in.readUTF();
            Map<String, List<String>> subjects = new TreeMap<>();
            for (int kinds = in.readInt(); kinds > 0; kinds--) {
                subjects.put(in.readUTF(), readTexts(in));
            }
            SortedMap<String, VerdictMatrix.Row> rows = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                VerdictMatrix.Row row = readRow(in);
                rows.put(row.requirement(), row);
            }
            return new VerdictMatrix(regime, subjects, rows);
        } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException broken) {
            throw new IllegalArgumentException("not a stored verdict matrix: " + broken.getMessage(), broken);
        }
    }

    private static VerdictMatrix.Row readRow(DataInputStream in) throws IOException {
        String requirement = in.readUTF();
        String kind = in.readUTF();
        Binding binding = Binding.values()[in.readByte()];
        Severity severity = Severity.values()[in.readByte()];
        boolean historic = in.readBoolean();
        List<ClauseMeaning> clauses = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            Outcome outcome = Outcome.values()[in.readByte()];
            String code = in.readUTF();
            Severity own = Severity.values()[in.readByte()];
            int forecast = in.readByte();
            clauses.add(new ClauseMeaning(outcome, code, own, forecast == NONE ? null : Outcome.values()[forecast]));
        }
        byte[] cells = in.readNBytes(in.readInt());
        RowHead head = new RowHead(requirement, kind, binding, severity, historic, clauses);
        return new VerdictMatrix.Row(head, cells);
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
