/** The wiring of the HTTP API: servlet, Jersey application, problems, JSON. */
@NullMarked
package org.assay.rest.internal.http;

import org.jspecify.annotations.NullMarked;
