/** State and its life; registers the services of the core. */
@NullMarked
package org.assay.core.internal;

import org.jspecify.annotations.NullMarked;
