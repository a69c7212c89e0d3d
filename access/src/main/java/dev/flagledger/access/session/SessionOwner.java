package dev.flagledger.access.session;

import dev.flagledger.api.login.LoginWay;

/**
 * Whose session it is, and how they logged in.
 *
 * @param withoutCode whether the user had a second factor, but was not asked for a code
 */
public record SessionOwner(int userId, LoginWay way, boolean withoutCode) {}
