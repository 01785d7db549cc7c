package org.assay.core;

/**
 * A regime that the distribution brings.
 *
 * @param id its id
 * @param description one line about it
 * @param installed whether it is installed
 */
public record AvailableRegime(String id, String description, boolean installed) {}
