package dev.flagledger.access.session;

import dev.flagledger.api.login.LoginWay;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who lets an application act for them, and how they had logged in.
 *
 * @param session the session in which they consent; null for the token of the account
 * @param withoutCode whether the user had a second factor, but was not asked for a code
 */
public record SessionOwner(int userId, @Nullable UUID session, LoginWay way, boolean withoutCode) {}
