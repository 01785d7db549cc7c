package org.assay.regime.ustrust.internal;

import org.assay.api.Regime;
import org.assay.testkit.PackContract;

class AmericanRegimeTest extends PackContract {
    @Override
    protected Regime regime() {
        return new AmericanRegime();
    }
}
