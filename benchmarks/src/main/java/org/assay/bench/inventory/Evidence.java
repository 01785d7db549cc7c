package org.assay.bench.inventory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that proves something.
 *
 * @param id its id
 * @param kind certificate, authorisation, report, notification or declaration
 * @param scheme of a certificate; empty otherwise
 * @param issuer who issued it
 * @param product the product that its scope names; empty for a declaration
 * @param versions the versions that its scope names
 * @param regions the regions that its scope names
 * @param supplier id of the supplier that its scope names; empty for all but a declaration
 * @param specs what a certificate was evaluated against
 * @param issued when; null if missing
 * @param received when
 * @param validFrom when
 * @param validUntil when; null if missing
 * @param ended when it was withdrawn; {@link Unit#NEVER} if it was not
 * @param result of a report; empty otherwise
 */
public record Evidence(
        String id,
        String kind,
        String scheme,
        String issuer,
        String product,
        List<String> versions,
        List<String> regions,
        String supplier,
        List<String> specs,
        @Nullable LocalDate issued,
        LocalDate received,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        LocalDate ended,
        String result) {}
