/** Deadlines as a calendar program reads them. */
@NullMarked
package org.assay.rest.internal.calendar;

import org.jspecify.annotations.NullMarked;
