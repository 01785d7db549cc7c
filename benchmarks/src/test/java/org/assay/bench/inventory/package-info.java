@NullMarked
package org.assay.bench.inventory;

import org.jspecify.annotations.NullMarked;
