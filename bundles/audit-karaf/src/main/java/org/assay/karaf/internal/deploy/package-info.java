/** Rule packs that are dropped into {@code deploy/}. */
@NullMarked
package org.assay.karaf.internal.deploy;

import org.jspecify.annotations.NullMarked;
