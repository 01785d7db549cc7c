/** Durable state behind the ports of the core. */
@NullMarked
package org.assay.store.internal;

import org.jspecify.annotations.NullMarked;
