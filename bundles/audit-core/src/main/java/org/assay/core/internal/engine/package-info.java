/** What the core needs of the engine, in its own words, and the adapter to it. */
@NullMarked
package org.assay.core.internal.engine;

import org.jspecify.annotations.NullMarked;
