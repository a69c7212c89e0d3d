package dev.flagledger.contract.view.user;

import dev.flagledger.api.login.LoginWay;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session of the current user.
 *
 * @param id null for the token of the account, which is for logins with a password
 * @param kind {@code TOKEN}, {@code COOKIE} or {@code APPLICATION}
 * @param method the method of the login
 * @param organisation the organisation whose provider vouched for the user; null for methods of the installation
 * @param openedAt null for the token of the account; also the following
 * @param usedAt to the minute
 * @param address the address of the client that opened the session; null if unknown
 * @param agent the program that opened it, as it named itself; null if it did not
 * @param application the application that acts for the user; null if the user themselves does
 * @param isCurrent whether the request was made with it
 */
public record SessionView(
        @Nullable UUID id,
        String kind,
        String method,
        @Nullable Integer organisation,
        @Nullable String openedAt,
        @Nullable String usedAt,
        @Nullable String address,
        @Nullable String agent,
        @Nullable ApplicationView application,
        boolean isCurrent) {

    /**
     * An application that acts for the user.
     *
     * @param scope what it may do: {@code mcp} or {@code admin-api}
     */
    public record ApplicationView(String clientId, String name, String scope) {}

    /** Returns the token of the account. */
    public static SessionView ofAccount(boolean current) {
        return new SessionView(
                null, "TOKEN", LoginWay.EMAIL.method().name(), null, null, null, null, null, null, current);
    }
}
