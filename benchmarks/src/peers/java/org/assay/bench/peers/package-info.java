/** Other rule engines on the same network and the same thirty rules. */
@NullMarked
package org.assay.bench.peers;

import org.jspecify.annotations.NullMarked;
