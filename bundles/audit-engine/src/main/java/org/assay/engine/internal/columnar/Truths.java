package org.assay.engine.internal.columnar;

import java.util.List;
import org.assay.api.Outcome;
import org.assay.engine.eval.Truth;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.internal.lang.Condition;

/** Decision lists for one case of what is read, in the three values and with errors of the rule language. */
final class Truths {
    /** What an atom comes to in the case at hand. */
    interface Case {
        /** A mark; none counts as false, because nobody who has that case comes to ask. */
        int mark(Leaf leaf);
    }

    private final Leaves leaves;
    private final Case at;

    Truths(Leaves leaves, Case at) {
        this.leaves = leaves;
        this.at = at;
    }

    /** The cell of a list. */
    int cell(List<Condition> conditions, List<Outcome> outcomes) {
        int first = -1;
        for (int clause = 0; clause < conditions.size(); clause++) {
            Truth truth = truth(conditions.get(clause));
            if (truth == Truth.ERROR) {
                return VerdictMatrix.ERROR;
            }
            if (truth != Truth.FALSE) {
                if (first >= 0 && outcomes.get(first) != outcomes.get(clause)) {
                    return ended(conditions, clause, truth);
                }
                first = first < 0 ? clause : first;
            }
            if (truth == Truth.TRUE) {
                return first;
            }
        }
        return Math.max(first, 0);
    }

    /** Several outcomes: unknown, unless a later clause is in error before one holds. */
    private int ended(List<Condition> conditions, int clause, Truth truth) {
        Truth last = truth;
        for (int i = clause + 1; last != Truth.TRUE && i < conditions.size(); i++) {
            last = truth(conditions.get(i));
            if (last == Truth.ERROR) {
                return VerdictMatrix.ERROR;
            }
        }
        return VerdictMatrix.UNKNOWN;
    }

    private Truth truth(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and(truth(and.first()), truth(and.second()));
        } else if (condition instanceof Condition.Or or) {
            return not(and(not(truth(or.first())), not(truth(or.second()))));
        } else if (condition instanceof Condition.Not not) {
            return not(truth(not.of()));
        } else if (condition instanceof Condition.Choice choice) {
            Truth when = truth(choice.when());
            return switch (when) {
                case TRUE -> truth(choice.then());
                case FALSE -> truth(choice.otherwise());
                default -> when;
            };
        } else if (condition instanceof Condition.Fixed fixed) {
            return fixed.value() ? Truth.TRUE : Truth.FALSE;
        }
        return Atom.truth(at.mark(leaves.leaf(condition)));
    }

    private static Truth not(Truth truth) {
        return switch (truth) {
            case TRUE -> Truth.FALSE;
            case FALSE -> Truth.TRUE;
            default -> truth;
        };
    }

    /** False wins over all, unknown over error. */
    private static Truth and(Truth one, Truth other) {
        if (one == Truth.FALSE || other == Truth.FALSE) {
            return Truth.FALSE;
        }
        if (one == Truth.UNKNOWN || other == Truth.UNKNOWN) {
            return Truth.UNKNOWN;
        }
        return one == Truth.ERROR || other == Truth.ERROR ? Truth.ERROR : Truth.TRUE;
    }
}
