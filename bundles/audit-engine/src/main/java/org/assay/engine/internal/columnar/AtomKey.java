package org.assay.engine.internal.columnar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.Reads;
import org.assay.engine.internal.world.World;
import org.assay.engine.pack.RulePack;

/**
 * What an expression means, whichever pack it stands in: equal keys come to the same for the same facts, day and options.
 * Tells also on which of these it depends.
 */
final class AtomKey {
    private final List<Object> meaning;
    private final int hash;
    private final Reads reads;

    /**
     * A key.
     *
     * @param kind of subject
     * @param shape the expression as text
     */
    AtomKey(String kind, String shape, Reads reads, CompiledPack pack) {
        List<Object> all = new ArrayList<>(
                List.of(kind, shape, pack.schema().key(), pack.pack().language()));
        reads.tables().forEach(name -> all.add(contents(pack.pack().reference().get(name))));
        if (reads.anything()) {
            all.add(new Same(pack));
        }
        this.meaning = List.copyOf(all);
        this.hash = meaning.hashCode();
        this.reads = reads;
    }

    /** One object and no other. */
    record Same(Object object) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    /** A table without the places where its rows stand in the file. */
    private static Object contents(RulePack.Reference table) {
        List<Object> rows = new ArrayList<>();
        for (RulePack.Row row : table.rows()) {
            rows.add(List.of(row.values(), String.valueOf(row.from()), String.valueOf(row.to()), row.unsure()));
        }
        return List.of(table.complete(), rows);
    }

    /** This under the terms of one audit, as far as it depends on them. */
    Object under(RuleContext context) {
        World world = context.world();
        Map<String, Object> options = context.options();
        boolean anything = reads.anything();
        List<Object> terms = new ArrayList<>();
        terms.add(this);
        terms.add(reads.day() || anything ? world.asOf() : LocalDate.MIN);
        terms.add(reads.recorded() || anything ? world.recordedOn() : LocalDate.MIN);
        terms.add(reads.evidence() || anything ? world.unseen() : List.of());
        terms.add(anything ? options : chosen(options));
        return terms;
    }

    /** Whether a question is an atom's, under whatever terms, whose answer follows from no evidence. */
    static boolean isFree(Object question) {
        return question instanceof List<?> terms
                && terms.get(0) instanceof AtomKey key
                && !key.reads.evidence()
                && !key.reads.anything();
    }

    private List<Object> chosen(Map<String, Object> options) {
        return reads.options().stream().map(options::get).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AtomKey key && hash == key.hash && meaning.equals(key.meaning);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
