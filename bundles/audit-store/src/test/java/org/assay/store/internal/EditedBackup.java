package org.assay.store.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Back-ups that somebody worked on, whole in themselves. */
final class EditedBackup {
    private EditedBackup() {}

    /**
     * With some of its entries, and other rows in a table.
     *
     * @param stays which entries, by name
     * @param table whose rows are changed
     */
    static byte[] of(byte[] backup, Predicate<String> stays, String table, UnaryOperator<String> change)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(backup));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("rows/" + table + ".ndjson")) {
                    String before = new String(content, StandardCharsets.UTF_8);
                    content = change.apply(before).getBytes(StandardCharsets.UTF_8);
                }
                if (stays.test(entry.getName())) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(content);
                    out.closeEntry();
                }
            }
        }
        return bytes.toByteArray();
    }
}
