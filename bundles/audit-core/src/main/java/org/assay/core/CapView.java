package org.assay.core;

/**
 * A share of the whole network over its limit.
 *
 * @param regime the regime's id
 * @param cap the share, the limit, and the components whose replacement brings it under
 */
public record CapView(String regime, org.assay.engine.eval.CapView cap) {}
