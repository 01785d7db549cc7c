/** Starting, stopping and finding the service. */
@org.jspecify.annotations.NullMarked
package org.assay.cli.service;
