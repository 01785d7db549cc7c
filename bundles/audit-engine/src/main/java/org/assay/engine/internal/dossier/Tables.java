package org.assay.engine.internal.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.dossier.DraftBlock.Case;
import org.assay.engine.dossier.DraftBlock.Cell;
import org.assay.engine.dossier.DraftBlock.Row;
import org.assay.engine.eval.Truth;
import org.assay.engine.internal.dossier.Drafter.Scope;
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
    private static final int MAX_ROWS = 1_000;

    private final RuleContext context;
    private final Effort effort;
    private final CaseBook cases;
    private final String language;

    Tables(RuleContext context, Effort effort, CaseBook cases, String language) {
        this.context = context;
        this.effort = effort;
        this.cases = cases;
        this.language = language;
    }

    /** What a block shows: one block, and for cases with ages two. */
    List<DraftBlock> of(CompiledBlock block, Scope scope, Gaps gaps) {
        if (block.block() instanceof Dossier.Table table) {
            return new Filling(block, table, scope, gaps).blocks();
        }
        List<DraftBlock.Field> fields = new ArrayList<>();
        for (CompiledValue value : block.values()) {
            fields.add(new DraftBlock.Field(value.value().label().in(language), cell(value, scope.variables(), gaps)));
        }
        return List.of(new DraftBlock.Fields(block.block().title().in(language), fields));
    }

    private static Cell cell(CompiledValue value, RuleContext.Variables variables, Gaps gaps) {
        Compiled.Result result = value.expression().run(variables);
        boolean needed = !value.value().optional();
        Plain.Read read = Plain.read(result, needed);
        if (needed && !result.error().isEmpty()) {
            gaps.missing(result, value.value().ask());
        } else if (needed) {
            gaps.missing(read.missing(), value.value().ask());
        }
        return read.cell();
    }

    /** Rows of one table while it is filled in. */
    private final class Filling {
        private final CompiledBlock block;
        private final Dossier.Table table;
        private final Scope scope;
        private final Gaps gaps;
        private final Map<List<Object>, Row> rows = new LinkedHashMap<>();
        private final List<Case> counted = new ArrayList<>();
        private long total;

        Filling(CompiledBlock block, Dossier.Table table, Scope scope, Gaps gaps) {
            this.block = block;
            this.table = table;
            this.scope = scope;
            this.gaps = gaps;
        }

        List<DraftBlock> blocks() {
            boolean own = table.of().equals(scope.kind());
            List<FactView> records = own ? scope.members() : Drafter.records(context.world(), table.of());
            records.forEach(this::record);
            Dossier.Question ask = table.ask();
            if (total < table.least() && ask != null) {
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

        private void record(FactView record) {
            effort.draw(1);
            RuleContext.Variables variables = Drafter.about(context, scope.variables(), table.of(), record);
            Compiled when = block.when();
            Compiled.Result wanted = when == null ? null : when.run(variables);
            if (wanted != null && wanted.truth() == Truth.FALSE) {
                return;
            }
            if (wanted != null && wanted.truth() != Truth.TRUE) {
                gaps.missing(wanted, null);
                return;
            }
            Compiled each = block.each();
            if (each == null) {
                row(variables, record);
                return;
            }
            Compiled.Result list = each.run(variables);
            if (list.value() instanceof List<?> elements) {
                elements.forEach(element -> row(variables.with(table.as(), element), element));
            } else {
                gaps.missing(list, table.ask());
            }
        }

        /** A row; in a table of cases only for a record that opened one. */
        private void row(RuleContext.Variables variables, Object element) {
            if (table.cases().isEmpty()) {
                row(variables, (Case) null);
            } else if (element instanceof FactView view) {
                Optional<ProcedureCase> found = cases.find(table.cases(), view.id());
                found.ifPresent(one -> {
                    Case told = cases.told(one);
                    gaps.missing(one.missing(), null);
                    counted.add(told);
                    row(variables, told);
                });
            }
        }

        private void row(RuleContext.Variables variables, @Nullable Case ofCase) {
            effort.draw(block.values().size());
            List<Cell> cells = new ArrayList<>();
            block.values().forEach(value -> cells.add(cell(value, variables, gaps)));
            total++;
            List<Object> key = new ArrayList<>(cells);
            if (ofCase != null) {
                key.add(ofCase);
            }
            rows.merge(key, new Row(cells, 1, ofCase), (a, b) -> new Row(a.cells(), a.count() + b.count(), a.ofCase()));
        }
    }
}
