package org.assay.regime.franssi.internal;

import org.assay.api.Regime;
import org.assay.testkit.PackContract;

class FrenchRegimeTest extends PackContract {
    @Override
    protected Regime regime() {
        return new FrenchRegime();
    }
}
