/** Which regimes are installed: their services, their rows, and the container that holds them. */
@NullMarked
package org.assay.core.internal.regime;

import org.jspecify.annotations.NullMarked;
