package dev.flagledger.access.security.credential;

import dev.flagledger.access.session.UserSession;
import dev.flagledger.api.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The owner of valid credentials.
 *
 * @param session how the user has logged in; null if the caller is not a user
 */
public record KnownCaller(Actor actor, @Nullable UserSession session) {}
