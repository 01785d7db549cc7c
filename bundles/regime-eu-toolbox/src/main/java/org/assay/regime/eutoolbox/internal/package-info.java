/** The regime of the European Union: its rule packs, as bytes. */
@NullMarked
package org.assay.regime.eutoolbox.internal;

import org.jspecify.annotations.NullMarked;
