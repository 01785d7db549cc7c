/** The kernels under JMH. */
@NullMarked
package org.assay.bench.jmh;

import org.jspecify.annotations.NullMarked;
