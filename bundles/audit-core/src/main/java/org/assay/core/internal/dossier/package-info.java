/** Drafts of what regimes want filed. */
@org.jspecify.annotations.NullMarked
package org.assay.core.internal.dossier;
