/** Network-wide aggregates over facts of which some are missing: exact intervals. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.internal.measure;
