/** The life of packs, and the compiled rules of those in use. */
@NullMarked
package org.assay.core.internal.pack;

import org.jspecify.annotations.NullMarked;
