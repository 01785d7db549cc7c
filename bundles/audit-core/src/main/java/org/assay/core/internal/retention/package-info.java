/** What is removed once it is old, and what that must not touch. */
@NullMarked
package org.assay.core.internal.retention;

import org.jspecify.annotations.NullMarked;
