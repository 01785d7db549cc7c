/** Small tools that several parts of the core use. */
@NullMarked
package org.assay.core.internal.util;

import org.jspecify.annotations.NullMarked;
