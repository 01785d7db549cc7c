package org.assay.bench.inventory;

import java.time.LocalDate;
import java.util.List;

/**
 * A product that is bought many times.
 *
 * @param product its name
 * @param category its category
 * @param domain the part of the network it belongs to
 * @param functions what it realises
 * @param generations the generations it serves
 * @param seller who sells it
 * @param hardwareMaker who makes its hardware
 * @param softwareMaker who makes its software
 * @param hardware the name of its hardware model
 * @param country where it is produced
 * @param versions its software versions, oldest first
 * @param evidence what there is about it that can be seen on {@link Inventory#DAY}, by id
 */
public record Model(
        String product,
        String category,
        String domain,
        List<String> functions,
        List<String> generations,
        Supplier seller,
        Supplier hardwareMaker,
        Supplier softwareMaker,
        String hardware,
        String country,
        List<Version> versions,
        List<Evidence> evidence) {

    /**
     * A release of its software.
     *
     * @param name such as 3.2
     * @param released when
     * @param endOfSupport when the maker's support ends
     */
    public record Version(String name, LocalDate released, LocalDate endOfSupport) {}
}
