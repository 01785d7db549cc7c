/** The regime of the United Kingdom: its rule packs, as bytes. */
@NullMarked
package org.assay.regime.ukncsc.internal;

import org.jspecify.annotations.NullMarked;
