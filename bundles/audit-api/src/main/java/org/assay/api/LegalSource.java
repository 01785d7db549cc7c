package org.assay.api;

/**
 * Where a requirement is written.
 *
 * @param act the act or document
 * @param section the section in it
 * @param url a public address of the text, empty where there is none
 * @param mark how sure the text is
 */
public record LegalSource(String act, String section, String url, Mark mark) {

    /** How the text behind a requirement is known. */
    public enum Mark {
        /** The text was read. */
        SEEN,
        /** The text is known but was not read for this pack. */
        RECALLED,
        /** Worked out from texts that were read. */
        DERIVED,
        /** A choice of this product. */
        CHOICE
    }
}
