package org.assay.core;

/**
 * Makes documents of dossiers. The same dossier gives the same bytes; nothing outside it is read. Thread-safe.
 */
public interface DossierPrinter {

    /** As a page of HTML in UTF-8 that loads nothing. */
    byte[] html(DossierView dossier);

    /** As PDF with its fonts in it. */
    byte[] pdf(DossierView dossier);
}
