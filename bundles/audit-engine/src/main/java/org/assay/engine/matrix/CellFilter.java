package org.assay.engine.matrix;

import java.util.Set;

/** Which verdicts are wanted. Stateless or immutable. */
public interface CellFilter {
    /** All verdicts, those of requirements out of force too. */
    CellFilter ALL = new CellFilter() {
        @Override
        public boolean row(RowHead head) {
            return true;
        }

        @Override
        public boolean cell(RowHead head, int cell) {
            return true;
        }

        @Override
        public Set<String> subjects() {
            return Set.of();
        }
    };

    /** Whether verdicts of a requirement may be wanted. */
    boolean row(RowHead head);

    /** Whether verdicts of such a requirement with a cell are wanted. */
    boolean cell(RowHead head, int cell);

    /** The ids of the subjects whose verdicts are wanted; empty for all. */
    Set<String> subjects();
}
