package dev.flagledger.engine;

import java.util.Map;

/** Lookups of objects that earlier events must have introduced. */
public final class Lookup {

    private Lookup() {}

    /**
     * Returns the value; throws {@link IllegalStateException} if it is missing, since an incomplete log must not be
     * folded.
     */
    public static <V> V required(Map<Integer, V> values, int id, String what) {
        var value = values.get(id);
        if (value == null) {
            throw unknown(what, id);
        }
        return value;
    }

    public static IllegalStateException unknown(String what, int id) {
        return new IllegalStateException("the log refers to " + what + " " + id + ", which it never introduced");
    }
}
