package org.assay.regime.prague.internal;

import java.util.List;
import org.assay.api.BundledPacks;
import org.assay.api.Regime;
import org.osgi.service.component.annotations.Component;

/** The regime of the Prague Proposals. */
@Component
public final class PragueRegime implements Regime {
    private static final String ID = "prague";

    private final List<byte[]> packs = BundledPacks.of(PragueRegime.class, ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<byte[]> packs() {
        return packs;
    }
}
