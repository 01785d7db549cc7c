/** Cases of procedures and what is due for a network. */
@org.jspecify.annotations.NullMarked
package org.assay.core.internal.procedure;
