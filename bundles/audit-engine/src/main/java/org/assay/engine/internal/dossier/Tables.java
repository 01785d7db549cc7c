package org.assay.engine.internal.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.dossier.DraftBlock.Case;
import org.assay.engine.dossier.DraftBlock.Cell;
import org.assay.engine.dossier.DraftBlock.Row;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledDossier.CompiledBlock;
import org.assay.engine.internal.lang.CompiledDossier.CompiledValue;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.pack.Dossier;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/** Fills in fields and tables. Used by one thread. */
final class Tables {
    static final Compiled.Result YES = new Compiled.Result(true, Collections.emptySortedSet(), "");
    private static final int MAX_ROWS = 1_000;

    private final RuleContext context;
    private final Effort effort;
    private final CaseBook cases;
    private final String language;
    private final Inquiry inquiry;

    Tables(RuleContext context, Effort effort, CaseBook cases, String language, Inquiry inquiry) {
        this.context = context;
        this.effort = effort;
        this.cases = cases;
        this.language = language;
        this.inquiry = inquiry;
    }

    /** What a block shows: one block, and for cases with ages two. */
    List<DraftBlock> of(CompiledBlock block, Scope scope, Gaps gaps) {
        if (block.block() instanceof Dossier.Table table) {
            return new Filling(block, table, scope, gaps).blocks();
        }
        List<DraftBlock.Field> fields = new ArrayList<>();
        for (CompiledValue value : block.values()) {
            Shown shown = Shown.of(value, scope.variables());
            shown.note(gaps, "");
            fields.add(new DraftBlock.Field(value.value().label().in(language), shown.cell()));
        }
        return List.of(new DraftBlock.Fields(block.block().title().in(language), fields));
    }

    /**
     * What a value shows and lacks.
     *
     * @param lacks what it needs and has not; null for nothing
     */
    private record Shown(Cell cell, Compiled.@Nullable Result lacks, Dossier.@Nullable Question ask) {

        static Shown of(CompiledValue value, RuleContext.Variables variables) {
            Compiled.Result result = value.expression().run(variables);
            boolean needed = !value.value().optional();
            Plain.Read read = Plain.read(result, needed);
            Compiled.Result lacks = result.error().isEmpty() ? new Compiled.Result(null, read.missing(), "") : result;
            boolean whole = lacks.missing().isEmpty() && lacks.error().isEmpty();
            return new Shown(
                    read.cell(), needed && !whole ? lacks : null, value.value().ask());
        }

        void note(Gaps gaps, String of) {
            if (lacks != null) {
                gaps.missing(lacks, ask, of);
            }
        }
    }

    /**
     * A row as one record has it; with its case in a table of cases.
     *
     * @param counts whether it is one of those that must be there
     */
    private record Told(List<Shown> cells, Compiled.Result counts, @Nullable ProcedureCase ofCase) {}

    /**
     * The rows that one record has.
     *
     * @param lacks what kept its elements from being known; null for nothing
     */
    private record Several(List<Told> rows, Compiled.@Nullable Result lacks) {}

    /** Rows of one table while it is filled in. */
    private final class Filling {
        private final CompiledBlock block;
        private final Dossier.Table table;
        private final Scope scope;
        private final Gaps gaps;
        private final Map<List<Object>, Row> rows = new LinkedHashMap<>();
        private final List<Case> counted = new ArrayList<>();
        private final Function<Entry, Compiled.Result> wanted;
        private final Function<Entry, Several> told;
        private long total;
        private long counting;
        private boolean wants;

        Filling(CompiledBlock block, Dossier.Table table, Scope scope, Gaps gaps) {
            this.block = block;
            this.table = table;
            this.scope = scope;
            this.gaps = gaps;
            Compiled when = block.when();
            this.wanted = when == null ? any -> YES : inquiry.into(table.of(), record -> when.run(variables(record)));
            Compiled each = block.each();
            this.told = each == null ? single() : inquiry.into(table.of(), record -> elements(each, record));
        }

        private RuleContext.Variables variables(FactView record) {
            return Drafter.about(context, scope.variables(), table.of(), record);
        }

        List<DraftBlock> blocks() {
            boolean own = table.of().equals(scope.kind());
            List<Entry> records = own ? scope.members() : Drafter.records(context.world(), table.of());
            records.forEach(
                    record -> Drafter.belonging(record, wanted, effort, gaps).ifPresent(this::record));
            Dossier.Question ask = table.ask();
            if ((wants || counting < table.least()) && ask != null) {
                gaps.absent(ask);
            }
            List<DraftBlock> blocks = new ArrayList<>();
            if (!table.ages().isEmpty()) {
                blocks.add(cases.ages(table, counted));
            }
            blocks.add(new DraftBlock.Table(
                    table.title().in(language),
                    block.values().stream()
                            .map(value -> value.value().label().in(language))
                            .toList(),
                    rows.values().stream().limit(MAX_ROWS).toList(),
                    Math.max(0, rows.size() - MAX_ROWS),
                    total,
                    !table.cases().isEmpty(),
                    table.none().in(language)));
            return blocks;
        }

        /** What one record of a chapter has, such as a request that is filed, the others of it do not have by that. */
        private void record(Entry record) {
            Several several = told.apply(record);
            long before = counting;
            several.rows().forEach(row -> row(row, record.subject()));
            if (several.lacks() != null) {
                gaps.missing(several.lacks(), table.ask(), record.subject());
            } else if (table.of().equals(scope.kind()) && block.each() != null) {
                wants |= counting - before < table.least();
            }
        }

        /** A row for a record itself; each column is a question of its own, of which many have the same answer. */
        private Function<Entry, Several> single() {
            Compiled counts = block.counts();
            Function<Entry, Compiled.Result> counted =
                    counts == null ? any -> YES : inquiry.into(table.of(), record -> counts.run(variables(record)));
            List<Function<Entry, Shown>> columns = new ArrayList<>();
            for (CompiledValue value : block.values()) {
                columns.add(inquiry.into(table.of(), record -> Shown.of(value, variables(record))));
            }
            return entry -> {
                Optional<ProcedureCase> ofCase = ofCase(entry.id());
                return table.cases().isEmpty() || ofCase.isPresent()
                        ? new Several(
                                List.of(new Told(
                                        columns.stream()
                                                .map(column -> column.apply(entry))
                                                .toList(),
                                        counted.apply(entry),
                                        ofCase.orElse(null))),
                                null)
                        : new Several(List.of(), null);
            };
        }

        private Several elements(Compiled each, FactView record) {
            Compiled counts = block.counts();
            RuleContext.Variables variables = variables(record);
            Compiled.Result list = each.run(variables);
            if (!(list.value() instanceof List<?> elements)) {
                return new Several(List.of(), list);
            }
            List<Told> all = new ArrayList<>();
            for (Object element : elements) {
                Optional<ProcedureCase> ofCase =
                        element instanceof FactView view && !table.cases().isEmpty()
                                ? ofCase(view.id())
                                : Optional.empty();
                if (table.cases().isEmpty() || ofCase.isPresent()) {
                    RuleContext.Variables one = variables.with(table.as(), element);
                    all.add(new Told(
                            block.values().stream()
                                    .map(value -> Shown.of(value, one))
                                    .toList(),
                            counts == null ? YES : counts.run(one),
                            ofCase.orElse(null)));
                }
            }
            return new Several(all, null);
        }

        /** The case that a record opened, in a table of cases. */
        private Optional<ProcedureCase> ofCase(String id) {
            return table.cases().isEmpty() ? Optional.empty() : cases.find(table.cases(), id);
        }

        private void count(Compiled.Result counts, String record) {
            if (counts.truth() == Truth.TRUE) {
                counting++;
            } else if (counts.truth() != Truth.FALSE) {
                gaps.missing(counts, null, record);
            }
        }

        private void row(Told row, String record) {
            effort.draw(block.values().size());
            Case ofCase = null;
            ProcedureCase found = row.ofCase();
            if (found != null) {
                ofCase = cases.told(found);
                gaps.missing(found.missing(), null, "");
                counted.add(ofCase);
            }
            List<Cell> cells = new ArrayList<>();
            for (Shown shown : row.cells()) {
                shown.note(gaps, record);
                cells.add(shown.cell());
            }
            total++;
            count(row.counts(), record);
            List<Object> key = new ArrayList<>(cells);
            if (ofCase != null) {
                key.add(ofCase);
            }
            Case known = ofCase;
            rows.merge(key, new Row(cells, 1, known), (a, b) -> new Row(a.cells(), a.count() + b.count(), a.ofCase()));
        }
    }
}
