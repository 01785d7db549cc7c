package org.assay.regime.ukncsc.internal;

import org.assay.api.Regime;
import org.assay.testkit.PackContract;

class BritishRegimeTest extends PackContract {
    @Override
    protected Regime regime() {
        return new BritishRegime();
    }
}
