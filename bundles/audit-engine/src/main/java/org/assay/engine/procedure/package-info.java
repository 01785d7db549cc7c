/** Cases of a regime's procedures: what state they are in, how they came there, and what moves them next. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.assay.engine.procedure;
