/**
 * The ports behind which state is kept: rows in transactions, and blobs by digest. Rows hold plain values; what is
 * structured in them is JSON text that only the core reads. The only package that a store sees.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.assay.core.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
