package dev.flagledger.access.oauth.message;

import org.jspecify.annotations.Nullable;

/**
 * An OAuth request that is the fields of an HTML form, as it was sent. May contain secrets.
 *
 * @param contentType null if there is none
 * @param authorization the header of this name; null if there is none
 */
public record FormMessage(
        @Nullable String contentType, String body, @Nullable String authorization) {

    /** The type of all such requests that have a body. */
    public static final String TYPE = "application/x-www-form-urlencoded";

    @Override
    public String toString() {
        return "FormMessage";
    }
}
