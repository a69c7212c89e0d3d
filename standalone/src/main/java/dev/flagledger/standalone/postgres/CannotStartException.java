package dev.flagledger.standalone.postgres;

import org.jspecify.annotations.Nullable;

/** Thrown when the server cannot start for a reason that the operator can correct. The message is addressed to them. */
public final class CannotStartException extends RuntimeException {

    /** Creates an exception with a message for the operator. */
    public CannotStartException(String message) {
        this(message, null);
    }

    /** Creates an exception with a message for the operator, and the cause for debugging. */
    public CannotStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
