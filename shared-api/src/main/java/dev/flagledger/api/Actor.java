package dev.flagledger.api;

import static dev.flagledger.api.Personal.Of.USER;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, as they were known when they did it.
 *
 * @param kind what sort of actor
 * @param id the user's or key's id, or that of the environment whose key an application holds; null for the system itself
 *     and for nobody in particular
 * @param name a user's e-mail address or a key's name at that time; empty for applications; personal
 */
public record Actor(
        Kind kind, @Nullable Integer id, @Personal(USER) String name) {

    /** The server acting of its own accord. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "");

    /** Somebody who has not said who they are. */
    public static final Actor ANONYMOUS = new Actor(Kind.ANONYMOUS, null, "");

    /** The sorts of actors. */
    public enum Kind {
        ANONYMOUS,
        USER,
        API_KEY,
        SDK,
        SCHEDULE,
        SYSTEM
    }

    /** The id of the person who acts; null if it is no person. */
    public @Nullable Integer userId() {
        return kind == Kind.USER ? id : null;
    }

    /** A person who is logged in. */
    public static Actor user(int id, String email) {
        return new Actor(Kind.USER, id, email);
    }

    /** A program with one of an organisation's keys. */
    public static Actor apiKey(int id, String name) {
        return new Actor(Kind.API_KEY, id, name);
    }

    /** An application with a key of this environment, the public one or one for servers. */
    public static Actor sdk(int environmentId) {
        return new Actor(Kind.SDK, environmentId, "");
    }
}
