package dev.flagledger.api;

/**
 * A person whose data events contain. The text form, such as {@code user:3} or {@code identity:4211}, is not personal
 * data itself.
 */
public record Subject(Kind kind, int id) {

    /** Kinds of subjects. */
    public enum Kind {
        /** A person who can log in. */
        USER,
        /** A user of an application. */
        IDENTITY
    }

    /** Returns the subject for a user. */
    public static Subject user(int id) {
        return new Subject(Kind.USER, id);
    }

    /** Returns the subject for an identity of any environment. */
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
