package org.assay.engine.intake;

/**
 * Keeps one copy of equal values: versions, names, references, small records repeat in their thousands. A cache of fixed
 * size, so that no document, however made, can make it slow or large; what falls out of it is merely kept twice. For one
 * thread.
 */
final class Interner {
    private static final int BITS = 18;
    private static final int MAX_TEXT = 64;

    private final Object[] slots = new Object[1 << BITS];

    /** The copy that is kept, which is of the same class because it is equal. */
    @SuppressWarnings("unchecked")
    <T> T of(T value) {
        if (value instanceof String text && text.length() > MAX_TEXT) {
            return value;
        }
        int hash = value.hashCode() * 0x9E3779B9;
        int slot = hash >>> (32 - BITS);
        Object before = slots[slot];
        if (value.equals(before)) {
            return (T) before;
        }
        slots[slot] = value;
        return value;
    }
}
