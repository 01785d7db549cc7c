/** The canonical form of facts, and the tree of hashes that pins a snapshot. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.assay.engine.digest;
