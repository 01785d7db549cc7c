package org.assay.engine.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assay.engine.facts.FactType;
import org.jspecify.annotations.Nullable;

/** Makes nodes of the cells of a CSV document. Lists are separated by semicolons; lists of records are JSON. */
final class CsvCells {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private final Limits limits;
    private final FaultLog faults;
    private final JsonFactory factory;

    CsvCells(Limits limits, FaultLog faults) {
        this.limits = limits;
        this.faults = faults;
        this.factory = JsonNodes.factory(limits);
    }

    /**
     * The value of a cell that is not empty.
     *
     * @param type null where it is not known: a cell is then JSON if it looks like it, otherwise text
     */
    Node node(String cell, @Nullable FactType type, Place place) {
        if (type == null) {
            boolean json = cell.startsWith("[") || cell.startsWith("{") || cell.startsWith("\"");
            return json ? json(cell, place) : plain(cell, place);
        } else if (type instanceof FactType.ListOf list) {
            boolean json = cell.startsWith("[") || list.element() instanceof FactType.Nested;
            return json ? json(cell, place) : elements(cell, list.element(), place);
        } else if (type instanceof FactType.Nested) {
            return json(cell, place);
        }
        boolean text = !(type instanceof FactType.Bool) && !(type instanceof FactType.Int);
        return text ? new Node.Scalar(cell, place) : plain(cell, place);
    }

    private Node elements(String cell, FactType element, Place place) {
        List<Node> nodes = new ArrayList<>();
        for (String part : cell.split(";", -1)) {
            nodes.add(node(part.strip(), element, place));
        }
        return new Node.Array(nodes, place);
    }

    private static Node plain(String cell, Place place) {
        if (cell.equals("true") || cell.equals("false")) {
            return new Node.Scalar(Boolean.valueOf(cell), place);
        }
        return new Node.Scalar(WHOLE.matcher(cell).matches() ? (Object) Long.valueOf(cell) : cell, place);
    }

    private Node json(String cell, Place place) {
        JsonNodes nodes = new JsonNodes(limits, faults, place);
        try (JsonParser parser = factory.createParser(cell)) {
            if (parser.nextToken() == null) {
                return new Node.Refused(place);
            }
            Node node = nodes.read(parser, place.path());
            if (parser.nextToken() != null) {
                faults.add("trailing-text", "more after the end of the JSON in this cell", place, "write one value");
            }
            return node;
        } catch (JsonProcessingException e) {
            nodes.putDown(e, place.path());
            return new Node.Refused(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
