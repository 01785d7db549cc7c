package org.assay.engine.internal.renew;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.api.Binding;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.lang.Reads;
import org.assay.engine.internal.lang.Sight;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.pack.RulePack;

/**
 * All that the cells of a requirement follow from besides facts and day: equal meanings give equal cells, whichever edition of a
 * pack they stand in. Defines are written out in it; texts, severities, codes and places in a file are not part of it.
 */
public final class Meaning {
    private final CompiledPack pack;
    private final Map<String, Object> options;
    private final List<Object> parts = new ArrayList<>();
    private final Sight sight;
    private boolean told = true;

    private Meaning(CompiledPack pack, Map<String, Object> options, Sight sight) {
        this.pack = pack;
        this.options = options;
        this.sight = sight;
    }

    /**
     * What a requirement means.
     *
     * @param sight what its conditions see
     * @param options every option
     * @return empty where it cannot be told
     */
    public static Optional<List<Object>> of(
            CompiledPack pack, CompiledRule rule, Sight sight, Map<String, Object> options) {
        Meaning meaning = new Meaning(pack, options, sight);
        meaning.add(rule);
        return meaning.told ? Optional.of(List.copyOf(meaning.parts)) : Optional.empty();
    }

    private void add(CompiledRule rule) {
        parts.add(List.of(
                pack.pack().regime(),
                pack.pack().language(),
                pack.schema().key(),
                rule.requirement().id(),
                rule.requirement().subject(),
                rule.requirement().addressee(),
                rule.requirement().binding() == Binding.PROPOSAL));
        for (CompiledRule.CompiledClause clause : rule.clauses()) {
            parts.add(clause.clause().then());
            expression(Optional.ofNullable(clause.when()));
        }
        sight.measures().forEach(this::measure);
    }

    private void measure(String name) {
        CompiledMeasure measure = pack.measures().get(name);
        if (measure == null) {
            told = false;
            return;
        }
        parts.add(List.of(
                name, measure.def().function(), measure.weights(), measure.per().size()));
        expression(Optional.of(measure.argument()));
        expression(Optional.ofNullable(measure.of()));
        measure.per().forEach(key -> expression(Optional.of(key)));
    }

    private void expression(Optional<Compiled> written) {
        if (written.isEmpty()) {
            parts.add("");
            return;
        }
        Reads reads = written.get().reads();
        parts.add(written.get().shape());
        // A whole of options, tables or measures that is not taken apart at once, and what a measure of measures would
        // read
        told &= !reads.names().contains("options") && !reads.names().contains("reference");
        told &= !sight.isOpen() || !reads.names().contains(MeasureRoot.NAME);
        reads.options().forEach(this::option);
        reads.tables().forEach(this::table);
    }

    private void option(String name) {
        RulePack.Option option = pack.pack().options().get(name);
        Object value = options.get(name);
        told &= option != null && value != null;
        if (option != null && value != null) {
            parts.add(List.of(name, option.type(), value));
        }
    }

    private void table(String name) {
        RulePack.Reference table = pack.pack().reference().get(name);
        if (table == null) {
            told = false;
            return;
        }
        List<Object> rows = new ArrayList<>();
        for (RulePack.Row row : table.rows()) {
            rows.add(List.of(row.values(), String.valueOf(row.from()), String.valueOf(row.to()), row.unsure()));
        }
        parts.add(List.of(name, table.complete(), table.columns(), rows));
    }
}
