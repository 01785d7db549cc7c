/** Rule packs: their records, reading them from YAML, checking them, and the envelope they travel in. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.assay.engine.pack;
