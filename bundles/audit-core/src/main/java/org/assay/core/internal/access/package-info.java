/** Who may call, and what a repeated call answers. */
@NullMarked
package org.assay.core.internal.access;

import org.jspecify.annotations.NullMarked;
