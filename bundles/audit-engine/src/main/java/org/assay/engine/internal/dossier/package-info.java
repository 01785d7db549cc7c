/** Drafts dossiers. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.internal.dossier;
