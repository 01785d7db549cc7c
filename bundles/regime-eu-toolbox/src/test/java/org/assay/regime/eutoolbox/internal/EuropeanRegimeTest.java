package org.assay.regime.eutoolbox.internal;

import org.assay.api.Regime;
import org.assay.testkit.PackContract;

class EuropeanRegimeTest extends PackContract {
    @Override
    protected Regime regime() {
        return new EuropeanRegime();
    }
}
