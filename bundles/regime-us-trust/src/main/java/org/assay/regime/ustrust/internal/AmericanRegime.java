package org.assay.regime.ustrust.internal;

import java.util.List;
import org.assay.api.BundledPacks;
import org.assay.api.Regime;
import org.osgi.service.component.annotations.Component;

/** The regime of the United States. */
@Component
public final class AmericanRegime implements Regime {
    private static final String ID = "us-trust";

    private final List<byte[]> packs = BundledPacks.of(AmericanRegime.class, ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<byte[]> packs() {
        return packs;
    }
}
