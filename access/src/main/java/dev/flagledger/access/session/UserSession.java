package dev.flagledger.access.session;

import dev.flagledger.access.session.application.Application;
import dev.flagledger.api.login.LoginWay;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the caller of a request has logged in.
 *
 * @param id the id of the session; null for the token of the account, which is for logins with a password
 * @param nonce that of the account, for its token; null for sessions, which end without it
 * @param way the way in which the user logged in
 * @param cookie whether the session is a browser's, which has a cookie instead of a token
 * @param application the application that acts for the user; null if the user themselves does
 * @param secondFactor whether the user has a second factor
 * @param withoutCode whether the user had one at the login, but was not asked for a code
 */
public record UserSession(
        @Nullable UUID id,
        @Nullable UUID nonce,
        LoginWay way,
        boolean cookie,
        @Nullable Application application,
        boolean secondFactor,
        boolean withoutCode) {

    /** The token of the account. */
    static UserSession ofAccount(UUID nonce, boolean secondFactor) {
        return new UserSession(null, nonce, LoginWay.EMAIL, false, null, secondFactor, false);
    }
}
