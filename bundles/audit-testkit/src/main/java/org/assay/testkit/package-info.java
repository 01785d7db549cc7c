/** What the author of a regime tests with. */
@NullMarked
package org.assay.testkit;

import org.jspecify.annotations.NullMarked;
