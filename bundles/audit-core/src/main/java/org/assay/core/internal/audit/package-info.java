/** Audits: making them, keeping them, and everything that is read from them. */
@NullMarked
package org.assay.core.internal.audit;

import org.jspecify.annotations.NullMarked;
