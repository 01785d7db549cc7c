/** Documents that a regime wants filed, drafted from facts, evidence, verdicts and cases. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.assay.engine.dossier;
