/** The resources of the HTTP API. */
@NullMarked
package org.assay.rest.internal.resource;

import org.jspecify.annotations.NullMarked;
