package org.assay.engine.internal.lang;

import org.assay.engine.pack.Position;

/** An expression was refused. */
final class ExpressionFault extends RuntimeException {
    private final String code;
    private final transient Position at;

    ExpressionFault(String code, String message, Position at) {
        super(message);
        this.code = code;
        this.at = at;
    }

    String code() {
        return code;
    }

    Position at() {
        return at;
    }
}
