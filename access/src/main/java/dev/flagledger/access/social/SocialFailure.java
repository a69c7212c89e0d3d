package dev.flagledger.access.social;

import org.jspecify.annotations.Nullable;

/** Google or GitHub does not say who somebody is. The message is for the operator. */
public final class SocialFailure extends Exception {

    SocialFailure(String message) {
        this(message, null);
    }

    SocialFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
