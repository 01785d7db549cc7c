/** Rule sets and their evaluation: one meaning, behind one seam. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.assay.engine.eval;
