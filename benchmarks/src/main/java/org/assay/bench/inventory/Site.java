package org.assay.bench.inventory;

/**
 * A place.
 *
 * @param id its id
 * @param country code of its country
 * @param region its region
 * @param kind central, regional, edge or cell
 * @param significant whether it is on the authority's list
 */
public record Site(String id, String country, String region, String kind, boolean significant) {}
