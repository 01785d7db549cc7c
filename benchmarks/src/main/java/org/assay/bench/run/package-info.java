/** What takes the figures and prints them. */
@NullMarked
package org.assay.bench.run;

import org.jspecify.annotations.NullMarked;
