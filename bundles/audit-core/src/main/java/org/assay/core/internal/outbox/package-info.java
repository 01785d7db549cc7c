/** Events for who subscribed to them, kept in the transaction of what they tell. */
@NullMarked
package org.assay.core.internal.outbox;

import org.jspecify.annotations.NullMarked;
