/** Makes the module of a new regime. */
@NullMarked
package org.assay.cli.scaffold;

import org.jspecify.annotations.NullMarked;
