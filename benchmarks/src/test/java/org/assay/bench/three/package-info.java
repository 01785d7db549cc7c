@NullMarked
package org.assay.bench.three;

import org.jspecify.annotations.NullMarked;
