package dev.flagledger.access.session;

import dev.flagledger.api.login.LoginWay;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who lets an application act for them, and how they had logged in.
 *
 * @param session the session in which they consent; null without one
 * @param nonce that of the account, if they consent with its token, or they would after a logout; null otherwise
 * @param withoutCode whether the user had a second factor, but was not asked for a code
 */
public record Consenting(
        int userId, @Nullable UUID session, @Nullable UUID nonce, LoginWay way, boolean withoutCode) {}
