package org.assay.engine.internal.dossier;

import java.util.List;
import org.assay.engine.internal.interpret.RuleContext;

/**
 * What one chapter is about.
 *
 * @param key its records have it in common; empty for the network as a whole
 * @param kind of its records
 * @param doubts what would tell whether any of its records belongs here; none where one does for sure
 * @param perhaps where one does, what would tell the same of the others
 * @param variables with the one record that expressions see, if they see one
 */
record Scope(String key, String kind, List<Entry> members, Gaps doubts, Gaps perhaps, RuleContext.Variables variables) {

    /** The same, needed whatever is not known of some of its records. */
    Scope sure() {
        return new Scope(key, kind, members, perhaps, doubts, variables);
    }
}
