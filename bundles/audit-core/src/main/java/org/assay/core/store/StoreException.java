package org.assay.core.store;

/** The store cannot do its work now, or what it holds is damaged. */
public final class StoreException extends RuntimeException {

    /** Makes one for a reason. */
    public StoreException(String message) {
        super(message);
    }

    /** Makes one for a cause. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
