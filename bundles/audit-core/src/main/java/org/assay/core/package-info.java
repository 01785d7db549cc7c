/**
 * What the core does, as services: regimes, packs, networks, audits, tokens and readiness. Every method may be called by
 * many threads at once. Texts for people are maps from a language tag to the text; a text without a tag is under
 * {@code en}. A call that cannot be done throws a {@link org.assay.core.ProblemException} or, where the input itself is
 * bad, an {@link org.assay.engine.fault.FaultException}, and changes nothing.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.assay.core;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
