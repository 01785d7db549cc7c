package org.assay.engine.internal.measure;

import java.util.List;

/** Components of which the expressions of a measure say the same. */
public interface Crowd {
    /** How many there are. */
    int size();

    /** The id of one of them. */
    String example();

    /** What they weigh, by a load. */
    Load load(String by);

    /** Where they stand. */
    Places places();

    /**
     * Weights of components, each at least 0.
     *
     * @param weights those that are known
     * @param ones how many more there are, of weight 1
     * @param missing the paths of those that are missing, some of them where there are many
     * @param open how many are missing
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Load(long[] weights, long ones, List<String> missing, long open) {
        static Load counted(long ones) {
            return new Load(new long[0], ones, List.of(), 0);
        }
    }

    /**
     * Sites of components.
     *
     * @param sites their numbers; what number a site has does not matter
     * @param missing the paths of those that are missing, some of them where there are many
     * @param open how many components have none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Places(int[] sites, List<String> missing, long open) {}
}
