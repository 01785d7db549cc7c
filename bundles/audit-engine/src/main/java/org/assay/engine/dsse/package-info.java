/** The envelope (DSSE) in which rule packs travel, and the keys that sign them. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.assay.engine.dsse;
