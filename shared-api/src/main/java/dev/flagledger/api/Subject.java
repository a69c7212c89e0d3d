package dev.flagledger.api;

/** A person of whom events tell. Written {@code user:3} or {@code identity:4211}, which is not personal in itself. */
public record Subject(Kind kind, int id) {

    /** The sorts of people. */
    public enum Kind {
        /** Somebody who can log in. */
        USER,
        /** Somebody who uses an application. */
        IDENTITY
    }

    /** The user with this id. */
    public static Subject user(int id) {
        return new Subject(Kind.USER, id);
    }

    /** The identity with this id, in whatever environment. */
    public static Subject identity(int id) {
        return new Subject(Kind.IDENTITY, id);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case USER -> "user:" + id;
            case IDENTITY -> "identity:" + id;
        };
    }
}
