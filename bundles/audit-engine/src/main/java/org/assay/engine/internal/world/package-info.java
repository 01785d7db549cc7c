/** The facts of one snapshot as rules see them: records, joins, ownership, measures. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.internal.world;
