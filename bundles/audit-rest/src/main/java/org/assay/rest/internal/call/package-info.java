/** What a call brings beside its body: caller, query, cursor, idempotency key, entity tag. */
@NullMarked
package org.assay.rest.internal.call;

import org.jspecify.annotations.NullMarked;
