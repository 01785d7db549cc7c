/** Whole lists as streams: NDJSON, and CSV that no spreadsheet runs. */
@NullMarked
package org.assay.rest.internal.export;

import org.jspecify.annotations.NullMarked;
