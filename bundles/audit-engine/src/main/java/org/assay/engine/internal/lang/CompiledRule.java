package org.assay.engine.internal.lang;

import java.util.List;
import java.util.Map;
import org.assay.engine.pack.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * A requirement whose expressions are ready to run.
 *
 * @param requirement as written
 * @param variable the name by which its expressions see their subject
 * @param clauses in order
 */
public record CompiledRule(Requirement requirement, String variable, List<CompiledClause> clauses) {
    public CompiledRule {
        clauses = List.copyOf(clauses);
    }

    /**
     * A clause whose expressions are ready to run.
     *
     * @param clause as written
     * @param when its condition; null for "otherwise"
     * @param due its due day; null if none
     * @param concerns the condition on the components behind it; null if none
     * @param because its reason by language
     * @param remedy its remedy by language
     */
    public record CompiledClause(
            Requirement.Clause clause,
            @Nullable Compiled when,
            @Nullable Compiled due,
            @Nullable Compiled concerns,
            Map<String, Template> because,
            Map<String, Template> remedy) {
        public CompiledClause {
            because = Map.copyOf(because);
            remedy = Map.copyOf(remedy);
        }
    }
}
