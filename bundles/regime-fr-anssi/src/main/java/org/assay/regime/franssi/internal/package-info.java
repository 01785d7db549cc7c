/** The regime of France: its rule packs, as bytes. */
@NullMarked
package org.assay.regime.franssi.internal;

import org.jspecify.annotations.NullMarked;
