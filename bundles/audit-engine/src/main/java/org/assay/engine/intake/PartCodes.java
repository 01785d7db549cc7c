package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assay.engine.columns.Layout;
import org.assay.engine.columns.TableBuilder;
import org.assay.engine.columns.ValueBytes;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * Codes of lists of records, and of what packs declare: bound with all care when they are first seen, known by their bytes
 * afterwards. For one thread at a time.
 */
final class PartCodes {
    /** A document's line, the record in it, and then the value. */
    private static final int DEPTH = 3;

    private static final byte[] NONE = {'[', ']'};

    private final Kind kind;
    private final TableBuilder table;
    private final Limits limits;
    private final Settled settled;
    private final Aliases aliases;
    private final JsonFactory factory;
    private final FaultLog faults = new FaultLog(Integer.MAX_VALUE);
    private final List<RowBlock.Note> found = new ArrayList<>();
    private final RecordBinder binder;
    private final DeclaredFacts declared;

    PartCodes(Kind kind, FactModel model, TableBuilder table, Limits limits, Settled settled, Aliases aliases) {
        this.kind = kind;
        this.table = table;
        this.limits = limits;
        this.settled = settled;
        this.aliases = aliases;
        this.factory = JsonNodes.factory(limits);
        Referring noted = (to, id, place) -> {
            if (to != Kind.COUNTRY) {
                found.add(new RowBlock.Note(0, 0, to, id, place));
            }
        };
        DateOrder dates = new DateOrder(faults);
        this.binder = new RecordBinder(faults, noted, limits, dates::check);
        this.declared =
                new DeclaredFacts(model, new RecordBinder(faults, noted, limits, (type, values, node) -> {}), faults);
    }

    /** The code of a list or object; 0 if there is something about it. */
    int code(JsonParser parser, Layout.Leaf leaf, ChunkLine line, RowBlock block) throws IOException {
        byte[] bytes = line.chunk().bytes();
        boolean list = parser.currentToken() == JsonToken.START_ARRAY;
        int from = line.tokenStart(parser);
        parser.skipChildren();
        int to = line.tokenEnd(parser);
        if (list && to - from == NONE.length) {
            return table.dictionary(leaf.index()).add(NONE);
        }
        int known = aliases.signed(leaf.index(), bytes, from, to);
        if (known > 0 || known < 0 && settled.is(leaf.index(), -known)) {
            return Math.abs(known);
        }
        return bind(leaf, line, block, from, to);
    }

    private int bind(Layout.Leaf leaf, ChunkLine line, RowBlock block, int from, int to) throws IOException {
        byte[] bytes = line.chunk().bytes();
        int before = faults.size();
        found.clear();
        Object value = value(leaf, new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8));
        if (value == null || faults.size() > before) {
            return 0;
        }
        int code = table.dictionary(leaf.index()).add(ValueBytes.of(leaf, value));
        aliases.add(leaf.index(), bytes, from, to, code, found.isEmpty());
        int column = line.chunk().column(line.number(), from) - 1;
        for (RowBlock.Note note : found) {
            Place place = new Place(
                    note.place().path(), line.number(), column + note.place().column());
            block.notes.add(new RowBlock.Note(block.rows(), leaf.index(), note.to(), note.id(), place));
        }
        return code;
    }

    private @Nullable Object value(Layout.Leaf leaf, String json) throws IOException {
        try (JsonParser parser = factory.createParser(json)) {
            parser.nextToken();
            Place.Path path = Spot.path(kind, Spot.LINE, leaf.path());
            Node node = new JsonNodes(limits, faults, 1).readWithin(parser, path, DEPTH);
            FieldDef field = leaf.field();
            return field == null
                    ? facts(node)
                    : binder.value(field, field.type(), node).orElse(null);
        } catch (FaultException e) {
            return null;
        }
    }

    private @Nullable Object facts(Node node) {
        declared.kept().clear();
        Map<String, Map<String, Object>> facts =
                declared.of(kind.word(), new Node.Fields(Map.of(CanonicalJson.FACTS, node), node.place()));
        // A regime without a fact leaves no trace in a column, yet is counted
        boolean whole = facts.keySet().containsAll(declared.kept().keySet());
        return facts.isEmpty() || !whole ? null : facts;
    }
}
