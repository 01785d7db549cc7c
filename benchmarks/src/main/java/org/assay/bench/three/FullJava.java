package org.assay.bench.three;

import static org.assay.bench.three.Kleene.FALSE;
import static org.assay.bench.three.Kleene.TRUE;
import static org.assay.bench.three.Kleene.UNKNOWN;
import static org.assay.bench.three.Kleene.before;
import static org.assay.bench.three.Kleene.not;
import static org.assay.bench.three.Kleene.of;
import static org.assay.bench.three.Kleene.upTo;

import java.time.LocalDate;
import java.util.List;
import org.assay.api.Outcome;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Unit;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;

/**
 * The ten rules over prepared components, as one writes them for speed: a condition is worked out once for a component, and
 * later clauses only where earlier ones have not decided. A byte for each verdict: the deciding clause, or that facts are
 * missing.
 */
public final class FullJava {
    private static final int DAY = Row.day(Inventory.DAY);
    private static final int LEGACY = Row.day(LocalDate.parse("2024-01-01"));
    private static final int NOTIFY_FROM = Row.day(LocalDate.parse("2021-05-28"));
    private static final int NOTIFY_TO = Row.day(LocalDate.parse("2025-12-05"));
    private static final int TWO_YEARS = Row.day(Inventory.DAY.plusMonths(24));
    private static final int IN_SERVICE = Preparation.STATUSES.indexOf("in-service");
    private static final int ORDERED = Preparation.STATUSES.indexOf("ordered");
    private static final int REMOVED = Preparation.STATUSES.indexOf("removed");

    private final Row[] rows;
    private final int[][] outcomes;
    private final long critical;
    private final long open;
    private final long transport;

    /** The rules over these components. */
    public FullJava(RulePack pack, Inventory inventory, Unit[] units) {
        Preparation p = new Preparation(pack, inventory.suppliers());
        rows = p.rows(units);
        critical = p.critical();
        open = p.open();
        transport = p.transport();
        outcomes = pack.requirements().stream().map(FullJava::outcomes).toArray(int[][]::new);
    }

    private static int[] outcomes(Requirement rule) {
        List<Outcome> then =
                rule.decide().stream().map(Requirement.Clause::then).toList();
        return then.stream().mapToInt(Outcome::ordinal).toArray();
    }

    /** All verdicts: by rule, then by component. */
    public void evaluate(byte[][] cells) {
        for (int i = 0; i < rows.length; i++) {
            judge(rows[i], i, cells);
        }
    }

    private void judge(Row c, int i, byte[][] cells) {
        int isCritical = Kleene.any(c.functionsKnown, c.functions, critical, open);
        int isTransport = Kleene.any(c.functionsKnown, c.functions, transport, 0);
        int takenOut = upTo(c.removed, DAY);
        int later = before(DAY, c.firstUse);
        int legacy = before(c.firstUse, LEGACY);
        int inService = inService(c);
        int free = Math.max(takenOut, Math.max(not(isCritical), legacy));
        cells[0][i] = read(outcomes[0], takenOut, isCritical, isTransport);
        cells[1][i] = certified(c, takenOut, isCritical, isTransport, legacy, later);
        cells[2][i] = free == TRUE ? 0 : lapsed(c, free, later);
        cells[3][i] = free == TRUE ? 0 : version(c, free);
        cells[4][i] = notified(c, isCritical);
        cells[5][i] = site(c, inService);
        cells[6][i] = read(outcomes[6], not(Math.min(of(c.central), of(c.designated))), not(inService));
        cells[7][i] =
                read(outcomes[7], before(TWO_YEARS, c.endOfSupport), before(DAY, c.endOfSupport), status(c, REMOVED));
        cells[8][i] = tested(c, isCritical, inService);
        cells[9][i] = read(outcomes[9], declared(c), inService);
    }

    /** Reads a list of up to three conditions and "otherwise". */
    private static byte read(int[] outcomes, int first, int second) {
        return read(outcomes, first, second, outcomes.length == 3 ? FALSE : TRUE);
    }

    private static byte read(int[] outcomes, int first, int second, int third) {
        int state = Decision.NONE;
        if (first != FALSE) {
            if (first == TRUE) {
                return 0;
            }
            state = 0;
        }
        if (second != FALSE) {
            if (second == TRUE) {
                return Decision.end(state, 1, outcomes);
            }
            state = Decision.candidate(state, 1, outcomes);
        }
        if (outcomes.length == 3) {
            return Decision.end(state, 2, outcomes);
        }
        if (third != FALSE) {
            if (third == TRUE) {
                return Decision.end(state, 2, outcomes);
            }
            state = Decision.candidate(state, 2, outcomes);
        }
        return Decision.end(state, 3, outcomes);
    }

    private byte certified(Row c, int takenOut, int isCritical, int isTransport, int legacy, int later) {
        int[] then = outcomes[1];
        int unlisted = Math.min(not(isCritical), not(isTransport));
        int none = Math.max(takenOut, Math.max(unlisted, legacy));
        if (none == TRUE) {
            return first(takenOut, unlisted);
        }
        int state = none == UNKNOWN ? first(takenOut, unlisted, legacy) : Decision.NONE;
        int ready = later == FALSE ? FALSE : Math.min(later, today(c.product));
        int before = ready == TRUE ? FALSE : beforeUse(c);
        int[] truths = {ready, before, not(isCritical), later};
        for (int k = 0; k < truths.length; k++) {
            if (truths[k] == TRUE) {
                return Decision.end(state, 3 + k, then);
            }
            state = truths[k] == UNKNOWN ? Decision.candidate(state, 3 + k, then) : state;
        }
        return Decision.end(state, 7, then);
    }

    /** The cell where one of the first three clauses, all of one outcome, is true: the first that is not false. */
    private static byte first(int first, int second) {
        return (byte) (first != FALSE ? 0 : second != FALSE ? 1 : 2);
    }

    private static int first(int first, int second, int third) {
        return first == UNKNOWN ? 0 : second == UNKNOWN ? 1 : third == UNKNOWN ? 2 : Decision.NONE;
    }

    private byte lapsed(Row c, int free, int later) {
        int[] then = outcomes[2];
        int some = of(c.product.certificates().length > 0);
        int state = free == UNKNOWN ? 0 : Decision.NONE;
        if (some == FALSE) {
            return Decision.end(state, 1, then);
        }
        int[] truths = {today(c.product), later, not(reaching(c))};
        for (int k = 0; k < truths.length; k++) {
            if (truths[k] == TRUE) {
                return Decision.end(state, 2 + k, then);
            }
            state = truths[k] == UNKNOWN ? Decision.candidate(state, 2 + k, then) : state;
        }
        return Decision.end(state, 5, then);
    }

    private byte version(Row c, int free) {
        int[] then = outcomes[3];
        int state = free == UNKNOWN ? 0 : Decision.NONE;
        if (c.product.certificates().length == 0) {
            return Decision.end(state, 1, then);
        }
        int named = named(c);
        if (named == TRUE) {
            return Decision.end(state, 2, then);
        }
        state = named == UNKNOWN ? Decision.candidate(state, 2, then) : state;
        return Decision.end(state, c.product.passed().length > 0 ? 3 : 4, then);
    }

    private byte notified(Row c, int isCritical) {
        int outside = Math.max(before(c.firstUse, NOTIFY_FROM), before(NOTIFY_TO, c.firstUse));
        if (outside == TRUE || isCritical == FALSE) {
            return (byte) (outside == FALSE ? 1 : 0);
        }
        return read(outcomes[4], outside, not(isCritical), by(c.product.notified(), c.firstUse));
    }

    private byte site(Row c, int inService) {
        int[] then = outcomes[5];
        int plain = not(c.place.significant());
        if (plain == TRUE) {
            return 0;
        }
        int state = plain == UNKNOWN ? 0 : Decision.NONE;
        int[] truths = {authorised(c), status(c, ORDERED), inService};
        for (int k = 0; k < truths.length; k++) {
            if (truths[k] == TRUE) {
                return Decision.end(state, 1 + k, then);
            }
            state = truths[k] == UNKNOWN ? Decision.candidate(state, 1 + k, then) : state;
        }
        return Decision.end(state, 4, then);
    }

    private byte tested(Row c, int isCritical, int inService) {
        int[] then = outcomes[8];
        if (isCritical == FALSE) {
            return 0;
        }
        int state = isCritical == UNKNOWN ? 0 : Decision.NONE;
        if (inService == FALSE) {
            return Decision.end(state, 1, then);
        }
        state = inService == UNKNOWN ? Decision.candidate(state, 1, then) : state;
        if (c.product.reports() == 0) {
            return Decision.end(state, 2, then);
        }
        int passed = by(c.product.passed(), c.firstUse);
        if (passed == TRUE) {
            return Decision.end(state, 3, then);
        }
        state = passed == UNKNOWN ? Decision.candidate(state, 3, then) : state;
        return Decision.end(state, 4, then);
    }

    private static int status(Row c, int status) {
        return c.status == Preparation.NO_STATUS ? UNKNOWN : of(c.status == status);
    }

    private static int inService(Row c) {
        boolean said = c.status != Preparation.NO_STATUS;
        if (said && c.status != IN_SERVICE || before(DAY, c.firstUse) == TRUE || upTo(c.removed, DAY) == TRUE) {
            return FALSE;
        }
        return said || c.firstUse != Kleene.GAP ? TRUE : UNKNOWN;
    }

    private static int today(Row.Product product) {
        int any = FALSE;
        for (Row.Certificate paper : product.certificates()) {
            any = Math.max(any, Math.min(upTo(DAY, paper.until()), not(upTo(paper.ended(), DAY))));
        }
        return any;
    }

    private static int beforeUse(Row c) {
        int any = FALSE;
        for (Row.Certificate paper : c.product.certificates()) {
            int ended = Math.max(upTo(paper.ended(), c.firstUse), before(paper.until(), c.firstUse));
            any = Math.max(any, Math.min(upTo(paper.issued(), c.firstUse), not(ended)));
        }
        return any;
    }

    private static int reaching(Row c) {
        int any = FALSE;
        for (Row.Certificate paper : c.product.certificates()) {
            any = Math.max(any, not(Math.max(before(paper.until(), c.firstUse), upTo(paper.ended(), c.firstUse))));
        }
        return any;
    }

    private static int named(Row c) {
        if (c.version < 0) {
            return UNKNOWN;
        }
        for (Row.Certificate paper : c.product.certificates()) {
            if ((paper.versions() >> c.version & 1) != 0) {
                return TRUE;
            }
        }
        return FALSE;
    }

    private static int authorised(Row c) {
        int any = FALSE;
        long region = c.place.region();
        for (Row.Authorisation paper : c.product.authorisations()) {
            int here = region == 0 ? UNKNOWN : of((paper.regions() & region) != 0);
            any = Math.max(any, Math.min(here, upTo(DAY, paper.until())));
        }
        return any;
    }

    private static int declared(Row c) {
        int any = FALSE;
        for (Row.Declaration paper : c.declarations) {
            any = Math.max(any, upTo(DAY, paper.until()));
        }
        return any;
    }

    private static int by(int[] days, int day) {
        int any = FALSE;
        for (int some : days) {
            any = Math.max(any, upTo(some, day));
        }
        return any;
    }
}
