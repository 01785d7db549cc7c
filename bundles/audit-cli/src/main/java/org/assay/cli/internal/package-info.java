/** The program behind ./assay. */
@NullMarked
package org.assay.cli.internal;

import org.jspecify.annotations.NullMarked;
