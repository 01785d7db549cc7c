/** Texts of documents made fit for a terminal and a log. */
@NullMarked
package org.assay.karaf.internal.text;

import org.jspecify.annotations.NullMarked;
