package org.assay.regime.debsi.internal;

import java.util.List;
import org.assay.api.BundledPacks;
import org.assay.api.Regime;
import org.osgi.service.component.annotations.Component;

/** The regime of Germany. */
@Component
public final class GermanRegime implements Regime {
    private static final String ID = "de-bsi";

    private final List<byte[]> packs = BundledPacks.of(GermanRegime.class, ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<byte[]> packs() {
        return packs;
    }
}
