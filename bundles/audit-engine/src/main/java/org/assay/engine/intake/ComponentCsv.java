package org.assay.engine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.Nearest;

/**
 * Reads components as comma-separated values (RFC 4180, UTF-8): a header of column names, then one component a record. An
 * empty cell means that the fact is missing. The column of a fault counts cells; its pointer names the header's word. Used
 * once.
 */
final class ComponentCsv {
    private final CsvColumns columns;
    private final CsvCells cells;
    private final Limits limits;
    private final FaultLog faults;
    private final NetworkBuilder builder;

    ComponentCsv(FactModel model, Limits limits, FaultLog faults, NetworkBuilder builder) {
        this.columns = new CsvColumns(model);
        this.cells = new CsvCells(limits, faults);
        this.limits = limits;
        this.faults = faults;
        this.builder = builder;
    }

    /** Gives every component to the builder. */
    void read(InputStream in) {
        builder.section(Kind.COMPONENT);
        long line = 1;
        try (Reader text = LimitedInput.reader(in, Long.MAX_VALUE);
                RecordGuard guard = new RecordGuard(text, limits.recordBytes());
                CSVParser parser = CSVFormat.RFC4180.parse(guard)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<CsvColumns.Column> header = header(records);
            for (line = parser.getCurrentLineNumber() + 1;
                    records.hasNext();
                    line = parser.getCurrentLineNumber() + 1) {
                guard.recordBegins();
                record(records.next(), header, (int) line);
            }
        } catch (UncheckedIOException e) {
            throw broken(e.getCause(), (int) line);
        } catch (IOException e) {
            throw broken(e, (int) line);
        }
    }

    private RuntimeException broken(IOException e, int line) {
        Place place = new Place(null, line, 1);
        if (e instanceof RecordGuard.TooLong) {
            return faults.last(
                    "too-large",
                    "a record of more than " + limits.recordBytes() + " bytes",
                    place,
                    "is a quotation mark left open?");
        } else if (e instanceof CharacterCodingException) {
            return faults.last(
                    "bad-encoding",
                    "bytes that are no UTF-8, in or after this line",
                    place,
                    "export the file as UTF-8");
        } else if (e instanceof CSVException) {
            return faults.last(
                    "no-csv",
                    "this is no CSV: " + FactValues.quote(String.valueOf(e.getMessage())),
                    place,
                    "cells with commas, quotation marks or line ends stand in quotation marks, each mark inside doubled");
        }
        return new UncheckedIOException(e);
    }

    private List<CsvColumns.Column> header(Iterator<CSVRecord> records) {
        if (!records.hasNext()) {
            throw faults.last(
                    "wrong-type", "the CSV is empty", new Place(null, 1, 1), "its first line names the columns");
        }
        List<CsvColumns.Column> header = new ArrayList<>();
        CSVRecord names = records.next();
        int before = faults.size();
        for (int i = 0; i < names.size(); i++) {
            column(names.get(i), new Place(null, 1, i + 1), header);
        }
        columns.core().values().stream()
                .filter(column -> column.required() && !header.contains(column))
                .forEach(column -> faults.add(
                        "missing-field",
                        "the column '" + column.name() + "' is missing",
                        new Place(null, 1, 1),
                        "every component needs it"));
        if (faults.size() > before) {
            throw faults.toException();
        }
        return header;
    }

    private void column(String name, Place place, List<CsvColumns.Column> header) {
        CsvColumns.Column column = columns.find(name).orElse(null);
        if (column == null) {
            String hint = Nearest.of(name, columns.core().keySet())
                    .map(some -> "did you mean '" + some + "'?")
                    .orElse("it is one of " + String.join(", ", columns.core().keySet()) + ", facts.<regime>.<name>");
            faults.add("unknown-field", FactValues.quote(name) + " is no column of components", place, hint);
        } else if (header.contains(column)) {
            faults.add(
                    "duplicate-key",
                    "the column " + FactValues.quote(name) + " is there twice",
                    place,
                    "keep one of the two");
        } else {
            header.add(column);
        }
    }

    private void record(CSVRecord record, List<CsvColumns.Column> header, int line) {
        if (record.size() == 1 && record.get(0).isEmpty()) {
            return;
        }
        Place start = new Place(null, line, 1);
        if (record.stream().mapToInt(String::length).sum() > limits.recordBytes()) {
            faults.add(
                    "too-large",
                    "a record of more than " + limits.recordBytes() + " characters",
                    start,
                    "write less of it");
            return;
        }
        if (record.size() != header.size()) {
            faults.add(
                    "wrong-columns",
                    record.size() + " cells where the header has " + header.size(),
                    start,
                    "is a comma missing, or one too many without quotation marks?");
            return;
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            CsvColumns.Column column = header.get(i);
            Place place = new Place(new Place.Path(null, column.name()), line, i + 1);
            if (!record.get(i).isEmpty()) {
                put(fields, column.path(), cells.node(record.get(i), column.type(), place), start);
            }
        }
        builder.record(Kind.COMPONENT, new Node.Fields(fields, start));
    }

    private static void put(Map<String, Node> fields, List<String> path, Node value, Place start) {
        Map<String, Node> at = fields;
        for (String step : path.subList(0, path.size() - 1)) {
            Node inner = at.computeIfAbsent(step, name -> new Node.Fields(new LinkedHashMap<>(), start));
            at = ((Node.Fields) inner).fields();
        }
        at.put(path.get(path.size() - 1), value);
    }
}
