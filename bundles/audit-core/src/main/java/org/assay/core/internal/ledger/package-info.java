/** The ledger. */
@NullMarked
package org.assay.core.internal.ledger;

import org.jspecify.annotations.NullMarked;
