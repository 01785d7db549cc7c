package org.assay.engine.internal.procedure;

import java.util.List;
import java.util.Map;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.procedure.CaseClock;
import org.assay.engine.procedure.ProcedureCase;

/** One case as it stands on the day of an audit. */
interface Ran {
    /** For people. */
    ProcedureCase told();

    /** The clocks of all courses it may have taken. */
    List<CaseClock> strikes();

    /** The records that take effect after the day of the audit. */
    List<Deferral.Later> later();

    /** The evidence that its moves made or changed, by id. */
    Map<String, FactRecord> changed();
}
