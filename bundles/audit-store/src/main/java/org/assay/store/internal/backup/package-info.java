/** All state in one file, whatever database it is in. */
@NullMarked
package org.assay.store.internal.backup;

import org.jspecify.annotations.NullMarked;
