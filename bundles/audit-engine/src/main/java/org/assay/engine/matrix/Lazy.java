package org.assay.engine.matrix;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is found when it is first asked for; two threads may both find it, and find the same. Thread-safe. */
final class Lazy<T> {
    private final Supplier<T> finder;
    private volatile @Nullable T value;

    Lazy(Supplier<T> finder) {
        this.finder = finder;
    }

    T get() {
        T known = value;
        if (known == null) {
            known = finder.get();
            value = known;
        }
        return known;
    }
}
