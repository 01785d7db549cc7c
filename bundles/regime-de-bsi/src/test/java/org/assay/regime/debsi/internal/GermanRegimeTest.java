package org.assay.regime.debsi.internal;

import org.assay.api.Regime;
import org.assay.testkit.PackContract;

class GermanRegimeTest extends PackContract {
    @Override
    protected Regime regime() {
        return new GermanRegime();
    }
}
