/** Webhooks: what is told is kept with what it tells, signed, and sent until it arrived. */
@NullMarked
package org.assay.core.internal.webhook;

import org.jspecify.annotations.NullMarked;
