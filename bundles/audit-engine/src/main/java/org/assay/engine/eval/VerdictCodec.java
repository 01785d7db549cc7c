package org.assay.engine.eval;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.engine.digest.Sha256;

/** The stored form of a verdict matrix, and its digest. */
public final class VerdictCodec {
    private static final int FORMAT = 1;
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

    /** The stored form; {@link #read} gives an equal matrix back. */
    public static byte[] write(VerdictMatrix matrix) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeByte(FORMAT);
            out.writeUTF(matrix.regime());
            out.writeInt(matrix.subjects().size());
            for (Map.Entry<String, List<String>> kind : matrix.subjects().entrySet()) {
                out.writeUTF(kind.getKey());
                writeTexts(out, kind.getValue());
            }
            out.writeInt(matrix.rows().size());
            for (VerdictMatrix.Row row : matrix.rows().values()) {
                writeRow(out, row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException if the bytes are not a stored matrix of a format known here
     */
    public static VerdictMatrix read(byte[] stored) {
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
        } catch (IOException broken) {
            throw new IllegalArgumentException("not a stored verdict matrix: " + broken.getMessage(), broken);
        }
    }

    private static void writeRow(DataOutputStream out, VerdictMatrix.Row row) throws IOException {
        out.writeUTF(row.requirement());
        out.writeUTF(row.subjectKind());
        out.writeByte(row.binding().ordinal());
        out.writeByte(row.severity().ordinal());
        out.writeBoolean(row.historic());
        out.writeInt(row.clauses().size());
        for (VerdictMatrix.ClauseMeaning clause : row.clauses()) {
            out.writeByte(clause.outcome().ordinal());
            out.writeUTF(clause.code());
            out.writeByte(clause.severity().ordinal());
            Outcome forecast = clause.forecast();
            out.writeByte(forecast == null ? NONE : forecast.ordinal());
        }
        out.writeInt(row.cells().length);
        out.write(row.cells());
    }

    private static VerdictMatrix.Row readRow(DataInputStream in) throws IOException {
        String requirement = in.readUTF();
        String kind = in.readUTF();
        Binding binding = Binding.values()[in.readByte()];
        Severity severity = Severity.values()[in.readByte()];
        boolean historic = in.readBoolean();
        List<VerdictMatrix.ClauseMeaning> clauses = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            Outcome outcome = Outcome.values()[in.readByte()];
            String code = in.readUTF();
            Severity own = Severity.values()[in.readByte()];
            int forecast = in.readByte();
            clauses.add(new VerdictMatrix.ClauseMeaning(
                    outcome, code, own, forecast == NONE ? null : Outcome.values()[forecast]));
        }
        byte[] cells = in.readNBytes(in.readInt());
        return new VerdictMatrix.Row(requirement, kind, binding, severity, historic, clauses, cells);
    }

    private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
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
