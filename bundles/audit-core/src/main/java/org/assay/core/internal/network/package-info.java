/** Networks and the snapshots of their facts. */
@NullMarked
package org.assay.core.internal.network;

import org.jspecify.annotations.NullMarked;
