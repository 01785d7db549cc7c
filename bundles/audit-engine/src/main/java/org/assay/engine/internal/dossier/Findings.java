package org.assay.engine.internal.dossier;

import java.util.List;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.pack.Dossier;

/** Reads the verdicts that a dossier shows. */
public interface Findings {

    /**
     * The verdicts of some requirements.
     *
     * @param kind the kind of the chapter's records; empty where the chapter is the network
     * @param members the ids of the chapter's records: of requirements on that kind only their verdicts count
     */
    DraftBlock.Verdicts of(Dossier.Verdicts block, String kind, List<String> members, String language);
}
