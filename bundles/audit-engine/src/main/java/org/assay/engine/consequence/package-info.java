/**
 * What follows from verdicts for a network and those around it: who hangs on components that a regime does not trust, what
 * their replacement costs and when it can be through, and which suppliers in the network can stand in. It knows no regime:
 * the caller says which components are how trusted. Plain values, thread-safe.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.assay.engine.consequence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
