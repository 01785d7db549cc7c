package org.assay.core;

import org.assay.engine.consequence.Reached;

/**
 * What a regime's verdicts mean for one site, dependant or partner.
 *
 * @param regime the regime's id
 * @param reached the site, dependant or partner
 */
public record ReachView(String regime, Reached reached) {}
