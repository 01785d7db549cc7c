/** Reading network documents (JSON, NDJSON, CSV), strictly and whole or not at all, and writing them. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.assay.engine.intake;
