package dev.flagledger.ledger.subject;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Finds the persons whose texts are sealed in entries, without parsing the entries. */
public final class Mentions {

    private static final byte[] BEGINNING = SealedText.BEGINNING.getBytes(StandardCharsets.US_ASCII);

    private final Set<String> subjects = new HashSet<>();

    /** Adds the persons of an entry. */
    public void add(byte[] entry) {
        for (int at = next(entry, 0); at >= 0; at = next(entry, at)) {
            int from = at;
            while (at < entry.length && entry[at] != '"') {
                at++;
            }
            subjects.add(new String(entry, from, at - from, StandardCharsets.US_ASCII));
        }
    }

    /** Whether an entry has sealed texts from an offset on. */
    public static boolean any(byte[] entry, int from) {
        return next(entry, from) >= 0;
    }

    /** The offset of the next person in a sealed text that begins at an offset or later; negative if there is none. */
    private static int next(byte[] entry, int offset) {
        for (int from = offset, to = from + BEGINNING.length; to < entry.length; from++, to++) {
            if (entry[from] == '{' && Arrays.equals(entry, from, to, BEGINNING, 0, BEGINNING.length)) {
                return to;
            }
        }
        return -1;
    }

    /** The persons found. */
    public Set<String> subjects() {
        return subjects;
    }
}
