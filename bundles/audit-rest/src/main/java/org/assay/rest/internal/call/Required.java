package org.assay.rest.internal.call;

import org.jspecify.annotations.Nullable;

/** Checks fields that JSON may leave out and the call may not. */
final class Required {
    private Required() {}

    static void field(String name, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("the field '" + name + "' is missing");
        }
    }
}
