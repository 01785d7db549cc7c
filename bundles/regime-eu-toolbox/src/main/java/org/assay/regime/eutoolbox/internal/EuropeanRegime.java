package org.assay.regime.eutoolbox.internal;

import java.util.List;
import org.assay.api.BundledPacks;
import org.assay.api.Regime;
import org.osgi.service.component.annotations.Component;

/** The regime of the European Union. */
@Component
public final class EuropeanRegime implements Regime {
    private static final String ID = "eu-toolbox";

    private final List<byte[]> packs = BundledPacks.of(EuropeanRegime.class, ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<byte[]> packs() {
        return packs;
    }
}
