package dev.flagledger.api.metadata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Types of objects that fields can be attached to or required within. */
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

    /** Returns the id on the wire, which clients look up. */
    public int id() {
        return id;
    }

    /** Returns the name on the wire, for example {@code feature}. */
    public String model() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type with this id, if there is one. */
    public static Optional<ContentType> of(int id) {
        return Arrays.stream(values()).filter(type -> type.id == id).findAny();
    }
}
