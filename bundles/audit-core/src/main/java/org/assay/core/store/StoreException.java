package org.assay.core.store;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store cannot do its work now, or what it holds is damaged. Nothing that was acknowledged is lost. */
public final class StoreException extends RuntimeException {
    /** How systems say it: no room, no quota left, no larger files. */
    private static final List<String> FULL = List.of("no space left", "quota", "file too large", "not enough space");

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** It is damaged, or something else failed that waiting will not mend. */
        FAILED,
        /** The database does not answer; it may be back in a moment. */
        AWAY,
        /** There is no room for more, on disk or in the database. */
        FULL
    }

    /** Makes one for a reason. */
    public StoreException(String message) {
        this(Reason.FAILED, message, null);
    }

    /** Makes one for a cause; where that is a full disk, it says so. */
    public StoreException(String message, Throwable cause) {
        this(isFull(cause) ? Reason.FULL : Reason.FAILED, message, cause);
    }

    private StoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The database does not answer. */
    public static StoreException away(String message, Throwable cause) {
        return new StoreException(Reason.AWAY, message, cause);
    }

    /** There is too little room to begin. */
    public static StoreException full(String message) {
        return new StoreException(Reason.FULL, message, null);
    }

    /** There is no room for more. */
    public static StoreException full(String message, Throwable cause) {
        return new StoreException(Reason.FULL, message, cause);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Whether what lies under a failure is that a disk has no room. */
    public static boolean isFull(@Nullable Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, some -> some != null, some -> some.getCause())
                .filter(some -> some instanceof IOException)
                .map(some -> String.valueOf(some.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message -> FULL.stream().anyMatch(message::contains));
    }
}
