/** Secrets with which calendar programs read what is due. */
@NullMarked
package org.assay.core.internal.feed;

import org.jspecify.annotations.NullMarked;
