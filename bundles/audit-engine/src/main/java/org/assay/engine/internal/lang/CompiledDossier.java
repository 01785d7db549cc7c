package org.assay.engine.internal.lang;

import java.util.List;
import org.assay.engine.pack.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * A dossier ready to be drafted. Immutable and thread-safe.
 *
 * @param dossier as written
 * @param when which records have a chapter; null for all
 * @param per which of them share one; null for one each
 * @param items as in the dossier
 */
public record CompiledDossier(
        Dossier dossier, @Nullable Compiled when, @Nullable Compiled per, List<CompiledItem> items) {
    public CompiledDossier {
        items = List.copyOf(items);
    }

    /** The name by which expressions see a chapter's record; empty where they see none. */
    public String chapter() {
        Dossier.Chapters chapters = dossier.chapters();
        return chapters == null || chapters.per() != null ? "" : PackCompiler.variable(chapters.by());
    }

    /** An item with its expressions; its blocks in their order. */
    public record CompiledItem(
            Dossier.Item item, @Nullable Compiled when, @Nullable Compiled there, List<CompiledBlock> blocks) {
        public CompiledItem {
            blocks = List.copyOf(blocks);
        }

        /** Whether it has a table of a kind of record. */
        public boolean lists(String kind) {
            return blocks.stream()
                    .anyMatch(one -> one.block() instanceof Dossier.Table table
                            && table.of().equals(kind));
        }
    }

    /**
     * A block with its expressions.
     *
     * @param block as written
     * @param when which records; null for all
     * @param each the list of a record's elements; null for none
     * @param counts which rows count; null for all
     * @param values those of fields or columns
     */
    public record CompiledBlock(
            Dossier.Block block,
            @Nullable Compiled when,
            @Nullable Compiled each,
            @Nullable Compiled counts,
            List<CompiledValue> values) {
        public CompiledBlock {
            values = List.copyOf(values);
        }
    }

    /** A value with its expression. */
    public record CompiledValue(Dossier.Value value, Compiled expression) {}
}
