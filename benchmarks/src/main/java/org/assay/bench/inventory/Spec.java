package org.assay.bench.inventory;

/**
 * What network to make. The same numbers give the same network, and a larger one begins with the components of a smaller.
 *
 * @param components how many
 * @param holes how often a fact of a component or a certificate is left out, from 0 (never) to 1 (always)
 * @param seed of everything that is chosen
 */
public record Spec(int components, double holes, long seed) {
    /** How many legal entities sell and make. */
    public static final int SUPPLIERS = 15;

    /** How many models there are. */
    public static final int MODELS = 400;

    /** How many versions each model has. */
    public static final int VERSIONS = 5;

    /** How many places there are. */
    public static final int SITES = 20_000;

    /** How many records of evidence there are. */
    public static final int EVIDENCE = 5_000;

    public Spec {
        if (components < 1 || holes < 0 || holes > 1) {
            throw new IllegalArgumentException("at least one component, and holes from 0 to 1");
        }
    }

    /** A complete network of this size. */
    public static Spec complete(int components) {
        return new Spec(components, 0, 7);
    }

    /** A network of this size that lacks one fact in twenty. */
    public static Spec withHoles(int components) {
        return new Spec(components, 0.05, 7);
    }
}
