/** Talking to the service. */
@org.jspecify.annotations.NullMarked
package org.assay.cli.client;
