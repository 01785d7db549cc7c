/** The regime of the Prague Proposals: its rule packs, as bytes. */
@NullMarked
package org.assay.regime.prague.internal;

import org.jspecify.annotations.NullMarked;
