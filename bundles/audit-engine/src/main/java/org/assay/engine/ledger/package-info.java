/** The ledger as those see it who only have its entries, checkpoints and proofs. */
@Export
@Version("1.0.0")
@NullMarked
package org.assay.engine.ledger;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
