package org.assay.engine.intake;

import org.assay.engine.facts.Kind;

/** Is told of every reference from one record to another. */
interface Referring {
    void refer(Kind kind, String id, Place place);
}
