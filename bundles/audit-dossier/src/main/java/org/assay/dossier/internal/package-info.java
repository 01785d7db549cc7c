/** Documents of dossiers. */
@NullMarked
package org.assay.dossier.internal;

import org.jspecify.annotations.NullMarked;
