package org.assay.regime.ukncsc.internal;

import java.util.List;
import org.assay.api.BundledPacks;
import org.assay.api.Regime;
import org.osgi.service.component.annotations.Component;

/** The regime of the United Kingdom. */
@Component
public final class BritishRegime implements Regime {
    private static final String ID = "uk-ncsc";

    private final List<byte[]> packs = BundledPacks.of(BritishRegime.class, ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<byte[]> packs() {
        return packs;
    }
}
