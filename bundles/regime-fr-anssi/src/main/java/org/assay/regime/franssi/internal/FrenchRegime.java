package org.assay.regime.franssi.internal;

import java.util.List;
import org.assay.api.BundledPacks;
import org.assay.api.Regime;
import org.osgi.service.component.annotations.Component;

/** The regime of France. */
@Component
public final class FrenchRegime implements Regime {
    private static final String ID = "fr-anssi";

    private final List<byte[]> packs = BundledPacks.of(FrenchRegime.class, ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<byte[]> packs() {
        return packs;
    }
}
