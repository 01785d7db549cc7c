package org.assay.rest.internal.view;

import org.assay.core.DossierOffer;
import org.assay.rest.internal.call.Languages;

/** A dossier that can be drafted, as the API writes it. */
public record DossierOfferJson(
        String id,
        String regime,
        String packVersion,
        String title,
        String language,
        RequirementJson.Source source,
        boolean programme) {

    /** From what core knows, in the language of the caller. */
    public static DossierOfferJson of(DossierOffer offer, Languages languages) {
        return new DossierOfferJson(
                offer.id(),
                offer.regime(),
                offer.packVersion(),
                languages.of(offer.title()),
                offer.language(),
                RequirementJson.Source.of(offer.source()),
                offer.programme());
    }
}
