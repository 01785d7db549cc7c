@NullMarked
package org.assay.bench.two;

import org.jspecify.annotations.NullMarked;
