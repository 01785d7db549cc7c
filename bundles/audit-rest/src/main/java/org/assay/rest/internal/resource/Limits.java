package org.assay.rest.internal.resource;

/** How large bodies may be, in bytes. */
final class Limits {
    /** A call's own small record. */
    static final int SMALL = 64 * 1024;

    /** Evidence, contracts and orders to be added. */
    static final int ADDITIONS = 4 * 1024 * 1024;

    /** A pack in its envelope. */
    static final int PACK = 8 * 1024 * 1024;

    /** A network document. */
    static final long DOCUMENT = 64L * 1024 * 1024;

    /** A stream of records, each of which intake limits too. */
    static final long STREAM = 2L * 1024 * 1024 * 1024;

    private Limits() {}
}
