/** The program behind {@code ./assay}. */
@org.jspecify.annotations.NullMarked
package org.assay.cli;
