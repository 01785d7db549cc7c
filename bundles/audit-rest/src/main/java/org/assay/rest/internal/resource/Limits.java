package org.assay.rest.internal.resource;

import org.assay.rest.internal.problem.BodyLimit;

/** How large bodies may be. None of it can be configured. */
final class Limits {
    private static final int KILO = 1024;
    private static final long MEGA = (long) KILO * KILO;

    /** A call's own small record. */
    static final BodyLimit SMALL = new BodyLimit(
            64L * KILO,
            "This call takes one small JSON object, which GET /openapi.json describes; its limit is fixed.");

    /** A network's own record, which is easily taken for the network document. */
    static final BodyLimit NETWORK = new BodyLimit(
            64L * KILO,
            "This call takes only id, name and country of a network, and its limit is fixed. The network document goes to"
                    + " POST /networks/{id}/snapshots.");

    /** Evidence, contracts and orders to be added. */
    static final BodyLimit ADDITIONS =
            new BodyLimit(4 * MEGA, "The limit is fixed. Send the records in several calls, each below it.");

    /** Statements of cost and time. */
    static final BodyLimit STATEMENTS =
            new BodyLimit(4 * MEGA, "The limit is fixed. Leave out the statements that this audit does not need.");

    /** A pack in its envelope. */
    static final BodyLimit PACK = new BodyLimit(
            8 * MEGA, "The limit is fixed. Make the pack smaller: cases may stand in conformance files beside it.");

    /** A network document. */
    static final BodyLimit DOCUMENT = new BodyLimit(
            64 * MEGA,
            "The limit is fixed for a document in one piece. Send it as application/x-ndjson, a record a line: up to 2 GB,"
                    + " and as many records as maxRecords of org.assay.core.cfg allows.");

    /** A stream of records, each of which intake limits too. */
    static final BodyLimit STREAM = new BodyLimit(
            2 * KILO * MEGA, "The limit is fixed. Split the network into several, each with its own document.");

    private Limits() {}
}
