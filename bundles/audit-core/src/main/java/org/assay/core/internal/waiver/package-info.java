/** Waivers. */
@NullMarked
package org.assay.core.internal.waiver;

import org.jspecify.annotations.NullMarked;
