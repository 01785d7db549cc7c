package org.assay.bench.inventory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component as a program would hold it that was written for these rules: references are followed, evidence is found by
 * product. A fact that is null is missing; a day that has not come is {@link #NEVER}.
 *
 * @param id its id; ids are in the order in which components are made
 * @param model what it is
 * @param category of the model
 * @param site where it stands
 * @param domain of the model
 * @param functions of the model
 * @param generations of the model
 * @param supplier who sold it
 * @param product name of the model
 * @param hardwareMaker who made the hardware
 * @param hardwareModel its name
 * @param softwareMaker who made the software
 * @param version the software's
 * @param softwareSince since when it runs
 * @param producedIn code of a country
 * @param operatedBy third parties
 * @param remoteAccess who may reach it from outside
 * @param status in-service, ordered, spare, planned or removed
 * @param ordered when
 * @param installed when
 * @param firstUse when
 * @param removed when
 * @param endOfSupport of its version
 * @param traffic in the busy hour, Mbit/s
 */
public record Unit(
        String id,
        Model model,
        String category,
        @Nullable Site site,
        String domain,
        @Nullable List<String> functions,
        List<String> generations,
        Supplier supplier,
        String product,
        Supplier hardwareMaker,
        String hardwareModel,
        Supplier softwareMaker,
        @Nullable String version,
        @Nullable LocalDate softwareSince,
        String producedIn,
        List<Supplier> operatedBy,
        List<Access> remoteAccess,
        @Nullable String status,
        LocalDate ordered,
        @Nullable LocalDate installed,
        @Nullable LocalDate firstUse,
        @Nullable LocalDate removed,
        @Nullable LocalDate endOfSupport,
        int traffic) {
    /** A day after every other. */
    public static final LocalDate NEVER = LocalDate.MAX;

    /**
     * A way in from outside.
     *
     * @param party who
     * @param country from where
     * @param logged whether it is recorded
     */
    public record Access(Supplier party, String country, boolean logged) {}
}
