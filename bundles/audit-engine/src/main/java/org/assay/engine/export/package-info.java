/** Exported audits: one file with all that a verdict follows from, checked without the server that made it. */
@Export
@Version("1.0.0")
@NullMarked
package org.assay.engine.export;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
