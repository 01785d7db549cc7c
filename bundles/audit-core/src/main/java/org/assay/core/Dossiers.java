package org.assay.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What regimes want filed, drafted from the newest snapshot of a network. Thread-safe. */
public interface Dossiers {
    /** The languages in which a dossier has words of its own, whatever its regime has. */
    Set<String> LANGUAGES = Set.of("de", "en", "fr");

    /**
     * The dossiers of the installed regimes.
     *
     * @param asOf the day whose editions speak; null for today in the network's time zone
     * @throws NotFoundException if there is no such network
     */
    List<DossierOffer> offered(String network, @Nullable LocalDate asOf);

    /**
     * A dossier as far as the facts go. Each issue is noted in the ledger.
     *
     * @param dossier the regime's id, a dot, and the name in the pack
     * @param asOf the day for which it speaks; null for today in the network's time zone
     * @param language of its texts; empty for the one in which it is filed
     * @param format what is made of it, for the ledger: json, html or pdf
     * @param who asks
     * @throws NotFoundException if there is no such network, or no installed regime has such a dossier on that day
     * @throws ConflictException {@code no-snapshot}, or {@code dossier-too-large} if it is more work than one may be
     * @throws org.assay.engine.fault.FaultException {@code unknown-language} if neither Assay nor the regime has texts in it
     */
    DossierView issue(
            String network, String dossier, @Nullable LocalDate asOf, String language, String format, String who);

    /**
     * The views of a supplier's programme, one for each dossier that is one and has a chapter about the supplier.
     *
     * @throws NotFoundException if there is no such network, or no programme of the supplier
     * @throws org.assay.engine.fault.FaultException {@code unknown-language}
     */
    List<DossierView> programmes(String network, String supplier, @Nullable LocalDate asOf, String language);
}
