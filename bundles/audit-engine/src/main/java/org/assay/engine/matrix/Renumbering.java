package org.assay.engine.matrix;

import java.util.Arrays;

/**
 * New numbers for subjects where some went and others came: those between keep their order, so whole stretches move. Immutable
 * and thread-safe.
 */
public final class Renumbering {
    private final int before;
    private final int after;
    private final int[] removed;
    private final int[] added;

    private Renumbering(int before, int after, int[] removed, int[] added) {
        this.before = before;
        this.after = after;
        this.removed = removed;
        this.added = added;
    }

    /**
     * New numbers.
     *
     * @param before how many there were
     * @param removed the old numbers of those who went, rising
     * @param added the new numbers of those who came, rising
     */
    public static Renumbering of(int before, int[] removed, int[] added) {
        return new Renumbering(before, before - removed.length + added.length, removed.clone(), added.clone());
    }

    /** How many there are now. */
    public int size() {
        return after;
    }

    /** Whether every number stays. */
    public boolean isNone() {
        return removed.length == 0 && added.length == 0;
    }

    /** The same subjects by their new numbers; those who went are left out. */
    public SubjectSet move(SubjectSet set) {
        if (isNone() || set.isEmpty()) {
            return set;
        }
        long[] from = set.words(before);
        long[] to = new long[(after + Long.SIZE - 1) / Long.SIZE];
        int then = 0;
        int now = 0;
        int gone = 0;
        int come = 0;
        while (then < before && now < after) {
            int untilGone = gone < removed.length ? removed[gone] - then : before - then;
            int untilCome = come < added.length ? added[come] - now : after - now;
            int length = Math.min(untilGone, untilCome);
            Stretches.copy(from, then, to, now, length);
            then += length;
            now += length;
            if (length == untilGone && gone < removed.length) {
                gone++;
                then++;
            } else if (length == untilCome && come < added.length) {
                come++;
                now++;
            }
        }
        return SubjectSet.ofWords(to);
    }

    @Override
    public String toString() {
        return before + " subjects, less " + Arrays.toString(removed) + ", and " + Arrays.toString(added);
    }
}
