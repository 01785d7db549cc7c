package org.assay.engine.eval;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.assay.api.Outcome;
import org.assay.engine.matrix.ClauseMeaning;
import org.assay.engine.matrix.RowHead;

/** Writes verdicts as the first builds stored them: one byte a verdict, in gzip. */
public final class FirstForm {
    private FirstForm() {}

    /** The stored form. */
    public static byte[] write(VerdictMatrix matrix) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeByte(1);
            out.writeUTF(matrix.regime());
            out.writeInt(matrix.subjects().size());
            for (Map.Entry<String, List<String>> kind : matrix.subjects().entrySet()) {
                out.writeUTF(kind.getKey());
                out.writeInt(kind.getValue().size());
                for (String id : kind.getValue()) {
                    out.writeUTF(id);
                }
            }
            out.writeInt(matrix.rows().size());
            for (VerdictMatrix.Row row : matrix.rows().values()) {
                write(row.head(), out);
                out.writeInt(row.cells().length);
                out.write(row.cells());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(RowHead head, DataOutputStream out) throws IOException {
        out.writeUTF(head.requirement());
        out.writeUTF(head.subjectKind());
        out.writeByte(head.binding().ordinal());
        out.writeByte(head.severity().ordinal());
        out.writeBoolean(head.historic());
        out.writeInt(head.clauses().size());
        for (ClauseMeaning clause : head.clauses()) {
            Outcome forecast = clause.forecast();
            out.writeByte(clause.outcome().ordinal());
            out.writeUTF(clause.code());
            out.writeByte(clause.severity().ordinal());
            out.writeByte(forecast == null ? -1 : forecast.ordinal());
        }
    }
}
