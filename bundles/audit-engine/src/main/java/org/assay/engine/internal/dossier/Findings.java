package org.assay.engine.internal.dossier;

import java.util.List;
import java.util.Map;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.pack.Dossier;

/** Reads the verdicts that a dossier shows. */
public interface Findings {

    /**
     * The verdicts of some requirements.
     *
     * @param members for a kind of record the ids of those that count; every record of a kind that is not named counts
     */
    DraftBlock.Verdicts of(Dossier.Verdicts block, Map<String, List<String>> members, String language);
}
