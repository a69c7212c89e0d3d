package dev.flagledger.engine;

import java.util.Map;

/** Looks up what the log must have introduced before it speaks of it. */
public final class Known {

    private Known() {}

    /** The value, or an {@link IllegalStateException}: a log that skips a beginning must never be folded quietly. */
    public static <V> V in(Map<Integer, V> values, int id, String what) {
        var value = values.get(id);
        if (value == null) {
            throw unknown(what, id);
        }
        return value;
    }

    public static IllegalStateException unknown(String what, int id) {
        return new IllegalStateException("the log speaks of " + what + " " + id + ", which it never introduced");
    }
}
