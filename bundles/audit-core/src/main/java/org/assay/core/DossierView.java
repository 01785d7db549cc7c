package org.assay.core;

import java.time.Instant;
import java.time.LocalDate;
import org.assay.engine.dossier.DossierDraft;

/**
 * The draft of a dossier with all that pins it.
 *
 * @param id the regime's id, a dot, and the name in the pack
 * @param network the network's id
 * @param networkName its name
 * @param regime the regime's id
 * @param packVersion the edition by which it was drafted
 * @param packDigest that edition's digest
 * @param snapshot the digest of the facts
 * @param knownAt when these were recorded
 * @param asOf the day for which it speaks
 * @param draft what it says
 */
public record DossierView(
        String id,
        String network,
        String networkName,
        String regime,
        String packVersion,
        String packDigest,
        String snapshot,
        Instant knownAt,
        LocalDate asOf,
        DossierDraft draft) {}
