package org.assay.core;

import java.util.Map;
import org.assay.api.LegalSource;

/**
 * A dossier that an installed regime can draft for a network.
 *
 * @param id the regime's id, a dot, and the name in the pack
 * @param regime the regime's id
 * @param packVersion the edition that speaks on the day
 * @param title by language
 * @param language the language in which it is filed
 * @param source the law that asks for it
 * @param programme whether it is the view of a supplier's programme
 */
public record DossierOffer(
        String id,
        String regime,
        String packVersion,
        Map<String, String> title,
        String language,
        LegalSource source,
        boolean programme) {
    public DossierOffer {
        title = Texts.copy(title);
    }
}
