/** Regimes as features of our own feature repository. */
@NullMarked
package org.assay.karaf.internal.regime;

import org.jspecify.annotations.NullMarked;
