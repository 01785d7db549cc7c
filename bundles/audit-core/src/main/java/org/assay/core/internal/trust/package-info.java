/** Which keys packs may be signed with, and who signed those that are here. */
@NullMarked
package org.assay.core.internal.trust;

import org.jspecify.annotations.NullMarked;
