/** What the API answers when it cannot do what was asked: RFC 9457 problems and their types. */
@NullMarked
package org.assay.rest.internal.problem;

import org.jspecify.annotations.NullMarked;
