package org.assay.engine.columns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts the canonical JSON of a record together from the bytes of its values. Immutable. */
final class CanonicalWriter {
    private static final byte[] QUOTE = {'"'};
    private static final byte[] NOTHING = {};
    private static final int NO_GROUP = -1;

    private final List<Part> parts = new ArrayList<>();
    private final List<byte[]> groups = new ArrayList<>();

    /**
     * A column that is not empty for all.
     *
     * @param before the key, and the quotation mark before a text
     * @param group the number of the object within the record that it belongs to
     * @param silent whether it stands for an object that is there, and is not written itself
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(Codes codes, Pool pool, byte[] before, byte[] after, int group, boolean silent) {}

    CanonicalWriter(Layout layout, Ids ids, int idLeaf, StoredColumn[] columns) {
        for (Layout.Member member : layout.members()) {
            if (member instanceof Layout.Group group) {
                groups.add((quoted(group.name()) + "{").getBytes(StandardCharsets.UTF_8));
                for (Layout.Leaf leaf : group.leaves()) {
                    add(leaf, columns[leaf.index()].codes(), columns[leaf.index()].pool(), groups.size() - 1);
                }
                add(
                        group.empty(),
                        columns[group.empty().index()].codes(),
                        columns[group.empty().index()].pool(),
                        groups.size() - 1);
            } else if (member instanceof Layout.Single single) {
                Layout.Leaf leaf = single.leaf();
                boolean id = leaf.index() == idLeaf;
                add(
                        leaf,
                        id ? Codes.ascending(ids.rows()) : columns[leaf.index()].codes(),
                        id ? ids.pool() : columns[leaf.index()].pool(),
                        NO_GROUP);
            }
        }
    }

    private static String quoted(String name) {
        return "\"" + name + "\":";
    }

    private void add(Layout.Leaf leaf, Codes codes, Pool pool, int group) {
        if (pool.size() > 0) {
            boolean text = leaf.form() == Layout.Form.TEXT;
            byte[] before = (quoted(leaf.name()) + (text ? "\"" : "")).getBytes(StandardCharsets.UTF_8);
            parts.add(new Part(
                    codes,
                    pool,
                    before,
                    text ? QUOTE : NOTHING,
                    group,
                    leaf.name().isEmpty()));
        }
    }

    ByteBuffer write(int row, ByteBuffer buffer) {
        ByteBuffer to = room(buffer, 2).put((byte) '{');
        int open = NO_GROUP;
        boolean comma = false;
        for (Part part : parts) {
            int code = part.codes.get(row);
            if (code == 0) {
                continue;
            }
            if (part.group != open) {
                if (open != NO_GROUP) {
                    to = room(to, 1).put((byte) '}');
                    comma = true;
                }
                if (part.group != NO_GROUP) {
                    to = key(to, comma, groups.get(part.group));
                    comma = false;
                }
                open = part.group;
            }
            if (!part.silent) {
                to = value(key(to, comma, part.before), part, code);
                comma = true;
            }
        }
        return room(to, 2).put(open == NO_GROUP ? NOTHING : new byte[] {'}'}).put((byte) '}');
    }

    private static ByteBuffer key(ByteBuffer buffer, boolean comma, byte[] key) {
        ByteBuffer to = room(buffer, key.length + 1);
        if (comma) {
            to.put((byte) ',');
        }
        return to.put(key);
    }

    private static ByteBuffer value(ByteBuffer buffer, Part part, int code) {
        int start = part.pool.ends()[code - 1];
        int length = part.pool.ends()[code] - start;
        return room(buffer, length + 1).put(part.pool.bytes(), start, length).put(part.after);
    }

    private static ByteBuffer room(ByteBuffer buffer, int length) {
        if (buffer.remaining() >= length) {
            return buffer;
        }
        int size = Math.max(buffer.capacity() * 2, buffer.position() + length + 64);
        return ByteBuffer.allocate(size).put(buffer.flip());
    }
}
