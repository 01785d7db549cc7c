package org.assay.bench.inventory;

import java.util.List;

/**
 * A legal entity.
 *
 * @param id its id
 * @param name its legal name
 * @param group the group of companies it belongs to
 * @param registeredIn code of a country
 * @param seatIn code of a country
 * @param owners who holds it
 * @param declarations evidence about it, of kind declaration, that can be seen on {@link Inventory#DAY}
 */
public record Supplier(
        String id,
        String name,
        String group,
        String registeredIn,
        String seatIn,
        List<Owner> owners,
        List<Evidence> declarations) {

    /**
     * A holder.
     *
     * @param kind entity, state or float
     * @param entity id of the holding supplier; empty if it is none
     * @param name of another holder; empty if it is a supplier
     * @param percent its share of capital and votes
     * @param controls whether it controls
     */
    public record Owner(String kind, String entity, String name, int percent, boolean controls) {}
}
