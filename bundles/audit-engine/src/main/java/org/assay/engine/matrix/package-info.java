/** Verdicts as compressed sets of subjects: counted, filtered, paged and compared by set algebra, stored and read back lazily. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.assay.engine.matrix;
