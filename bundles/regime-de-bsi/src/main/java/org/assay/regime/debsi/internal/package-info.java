/** The regime of Germany: its rule packs, as bytes. */
@NullMarked
package org.assay.regime.debsi.internal;

import org.jspecify.annotations.NullMarked;
