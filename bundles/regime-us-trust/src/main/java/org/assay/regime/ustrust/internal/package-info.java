/** The regime of the United States: its rule packs, as bytes. */
@NullMarked
package org.assay.regime.ustrust.internal;

import org.jspecify.annotations.NullMarked;
