package dev.flagledger.contract.view.difference;

import org.jspecify.annotations.Nullable;

/** The kinds of difference, by their names on the wire. */
final class ChangeTypes {

    static final String UPDATE = "UPDATE";

    private ChangeTypes() {}

    /** The kind of a difference between an object before and after, of which one may be missing. */
    static String of(@Nullable Object old, @Nullable Object now) {
        return old == null ? "CREATE" : now == null ? "DELETE" : UPDATE;
    }
}
