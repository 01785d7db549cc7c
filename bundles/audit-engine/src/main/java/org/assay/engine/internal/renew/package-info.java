/** Which verdicts can be another's when some evidence is. What cannot be shown to stay is judged anew. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.internal.renew;
