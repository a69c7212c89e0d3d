package dev.flagledger.api;

import static dev.flagledger.api.Personal.Of.USER;

import org.jspecify.annotations.Nullable;

/**
 * The originator of a command, identified as at the time of the command.
 *
 * @param kind kind of actor
 * @param id id of the user or API key, of the environment whose key an application presented, or of the organisation whose directory it
 *     is; null for the system and for anonymous callers
 * @param name e-mail address of a user or name of a key at that time, {@code SCIM} for a directory; empty for applications; personal data
 */
public record Actor(
        Kind kind, @Nullable Integer id, @Personal(USER) String name) {

    /** The server itself. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "");

    /** A caller without credentials. */
    public static final Actor ANONYMOUS = new Actor(Kind.ANONYMOUS, null, "");

    /** Kinds of actors. */
    public enum Kind {
        ANONYMOUS,
        USER,
        API_KEY,
        SDK,
        /** The directory that provisions an organisation's people. */
        SCIM,
        SCHEDULE,
        SYSTEM
    }

    /** Returns the user's id, or null if the actor is not a user. */
    public @Nullable Integer userId() {
        return kind == Kind.USER ? id : null;
    }

    /** Returns the actor for a logged-in user. */
    public static Actor user(int id, String email) {
        return new Actor(Kind.USER, id, email);
    }

    /** Returns the actor for an API key of an organisation. */
    public static Actor apiKey(int id, String name) {
        return new Actor(Kind.API_KEY, id, name);
    }

    /** Returns the actor for the directory of this organisation. */
    public static Actor scim(int organisationId) {
        return new Actor(Kind.SCIM, organisationId, "SCIM");
    }

    /** Returns the actor for an application that presented a client key or a server key of this environment. */
    public static Actor sdk(int environmentId) {
        return new Actor(Kind.SDK, environmentId, "");
    }
}
