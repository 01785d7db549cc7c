/** Blobs on disk. */
@NullMarked
package org.assay.store.internal.blob;

import org.jspecify.annotations.NullMarked;
