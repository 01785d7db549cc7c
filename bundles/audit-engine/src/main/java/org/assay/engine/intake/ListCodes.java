package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.engine.columns.Dictionary;
import org.assay.engine.columns.Layout;
import org.assay.engine.columns.TableBuilder;
import org.assay.engine.columns.ValueBytes;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FactValueException;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.FunctionNames;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.TextFormat;

/** Codes of lists of texts; all other lists and objects are {@link PartCodes}'. For one thread at a time. */
final class ListCodes {
    private static final String HOSTS = "runsOn";

    private final Kind kind;
    private final TableBuilder table;
    private final int textLength;
    private final PartCodes parts;
    private final Aliases aliases;
    private byte[] signs = new byte[1024];
    private int[] ends = new int[16];

    ListCodes(Kind kind, FactModel model, TableBuilder table, Limits limits, Settled settled) {
        this.kind = kind;
        this.table = table;
        this.textLength = limits.textLength();
        this.aliases = new Aliases(table.layout().leaves().size());
        this.parts = new PartCodes(kind, model, table, limits, settled, aliases);
    }

    /** The code of a list or object; 0 if there is something about it. */
    int code(JsonParser parser, Layout.Leaf leaf, ChunkLine line, RowBlock block) throws IOException {
        FieldDef field = leaf.field();
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        if (field == null || !(field.type() instanceof FactType.ListOf list)) {
            return object ? parts.code(parser, leaf, line, block) : 0;
        } else if (parser.currentToken() != JsonToken.START_ARRAY) {
            return 0;
        }
        boolean hosts = kind == Kind.COMPONENT && field.name().equals(HOSTS);
        boolean texts = list.element() instanceof FactType.Text || list.element() instanceof FactType.OneOf || hosts;
        return texts ? texts(parser, leaf, field, list, line, block) : parts.code(parser, leaf, line, block);
    }

    private int texts(
            JsonParser parser, Layout.Leaf leaf, FieldDef field, FactType.ListOf list, ChunkLine line, RowBlock block)
            throws IOException {
        signs = signs.length > line.length() + 4 ? signs : new byte[2 * line.length() + 4];
        signs[0] = '[';
        int end = 1;
        int count = 0;
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            int length = parser.getTextLength();
            int from = end + (count == 0 ? 1 : 2);
            if (length > textLength
                    || !ValueCodes.plain(parser.getTextCharacters(), parser.getTextOffset(), length, signs, from)) {
                return 0;
            }
            signs[from - 1] = '"';
            signs[end] = count == 0 ? signs[end] : (byte) ',';
            end = from + length;
            signs[end++] = '"';
            ends = count < ends.length ? ends : Arrays.copyOf(ends, 2 * count);
            ends[count++] = end;
            if (list.element() instanceof FactType.Ref) {
                int host = table.dictionary(table.idLeaf()).add(signs, from, end - 1);
                block.host(host, line.chunk().column(line.number(), line.tokenStart(parser)), count - 1);
            }
        }
        signs[end++] = ']';
        return parser.currentToken() != JsonToken.END_ARRAY ? 0 : texts(leaf, field, list, end, count);
    }

    private int texts(Layout.Leaf leaf, FieldDef field, FactType.ListOf list, int end, int count) {
        Dictionary values = table.dictionary(leaf.index());
        boolean functions = field.format() == TextFormat.FUNCTION;
        // A list with a function that nobody knows may be there, but is to be warned of each time
        int code = functions ? 0 : values.find(signs, 0, end);
        code = code != 0 ? code : aliases.find(leaf.index(), signs, 0, end);
        if (code != 0) {
            return code;
        }
        try {
            List<Object> elements = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int from = i == 0 ? 2 : ends[i - 1] + 2;
                String text = new String(signs, from, ends[i] - 1 - from, StandardCharsets.US_ASCII);
                if (functions && FunctionNames.core().canonical(text).isEmpty()) {
                    return 0;
                }
                elements.add(FactValues.scalar(field, list.element(), text));
            }
            code = values.add(ValueBytes.of(leaf, list.ordered() ? elements : CanonicalJson.set(elements)));
            aliases.add(leaf.index(), signs, 0, end, code, true);
            return code;
        } catch (FactValueException e) {
            return 0;
        }
    }
}
