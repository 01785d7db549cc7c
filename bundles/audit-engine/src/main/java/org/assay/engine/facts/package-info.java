/** The facts of a network: the model they are typed by, and immutable values of it. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.assay.engine.facts;
