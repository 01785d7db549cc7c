package org.assay.regime.prague.internal;

import org.assay.api.Regime;
import org.assay.testkit.PackContract;

class PragueRegimeTest extends PackContract {
    @Override
    protected Regime regime() {
        return new PragueRegime();
    }
}
