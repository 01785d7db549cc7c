/** Which row of the law has which rule, and which of a rule's outcomes a case shows. */
@NullMarked
package org.assay.testkit.coverage;

import org.jspecify.annotations.NullMarked;
