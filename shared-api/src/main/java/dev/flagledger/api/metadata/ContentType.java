package dev.flagledger.api.metadata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What fields can be attached to, and be required within. */
public enum ContentType {
    ORGANISATION(11),
    PROJECT(12),
    ENVIRONMENT(20),
    FEATURE(21),
    SEGMENT(22);

    private final int id;

    ContentType(int id) {
        this.id = id;
    }

    /** The number that the wire has for it; clients look it up. */
    public int id() {
        return id;
    }

    /** The name on the wire: {@code feature}, for example. */
    public String model() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this number; empty if there is none. */
    public static Optional<ContentType> of(int id) {
        return Arrays.stream(values()).filter(type -> type.id == id).findAny();
    }
}
