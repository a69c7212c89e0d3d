package dev.flagledger.ledger.subject;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Finds the persons whose texts are sealed in entries, without parsing the entries. */
public final class Mentions {

    private static final byte[] BEGINNING = SealedText.BEGINNING.getBytes(StandardCharsets.US_ASCII);

    private final Set<String> subjects = new HashSet<>();

    /** Adds the persons of an entry. */
    public void add(byte[] entry) {
        for (int at = 0; at + BEGINNING.length < entry.length; at++) {
            if (entry[at] == '{' && begins(entry, at)) {
                int from = at + BEGINNING.length;
                int to = from;
                while (to < entry.length && entry[to] != '"') {
                    to++;
                }
                subjects.add(new String(entry, from, to - from, StandardCharsets.US_ASCII));
                at = to;
            }
        }
    }

    /** Whether an entry has sealed texts from an offset on. */
    public static boolean any(byte[] entry, int from) {
        for (int at = from; at + BEGINNING.length < entry.length; at++) {
            if (entry[at] == '{' && begins(entry, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(byte[] entry, int at) {
        for (int i = 1; i < BEGINNING.length; i++) {
            if (entry[at + i] != BEGINNING[i]) {
                return false;
            }
        }
        return true;
    }

    /** The persons found. */
    public Set<String> subjects() {
        return subjects;
    }
}
