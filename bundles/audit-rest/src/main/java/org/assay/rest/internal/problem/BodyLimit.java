package org.assay.rest.internal.problem;

/**
 * How large a body may be.
 *
 * @param bytes at most
 * @param remedy what to do instead of sending a larger one
 */
public record BodyLimit(long bytes, String remedy) {}
