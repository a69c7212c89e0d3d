package dev.flagledger.standalone.postgres;

import org.jspecify.annotations.Nullable;

/** The start is refused for a reason that the operator can mend. Its message is one sentence meant for them. */
public final class CannotStartException extends RuntimeException {

    /** Refuses with a message for the operator. */
    public CannotStartException(String message) {
        this(message, null);
    }

    /** Refuses with a message for the operator and, for a debugger, what lay behind it. */
    public CannotStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
