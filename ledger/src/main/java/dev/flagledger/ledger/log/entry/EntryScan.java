package dev.flagledger.ledger.log.entry;

import dev.flagledger.api.Actor;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Scans the bytes of an entry for what a fold needs, without a JSON parser: a start reads millions of entries. It supports
 * exactly the form that {@link EntryFormat} writes, with only printable ASCII and no escapes outside the payload. Any other entry
 * is declined, and left to {@link EntryReader}.
 */
final class EntryScan {

    private static final byte[] ACTOR = ascii("{\"actor\":{\"id\":");
    private static final byte[] KIND = ascii(",\"kind\":");
    private static final byte[] NAME = ascii(",\"name\":");
    private static final byte[] ADDRESS = ascii("},\"address\":");
    private static final byte[] AGENT = ascii(",\"agent\":");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] EVENT = ascii(",\"event\":");
    private static final byte[] ID = ascii(",\"id\":");
    private static final byte[] NOTE = ascii(",\"note\":");
    private static final byte[] REQUEST = ascii(",\"request\":");
    private static final byte[] REVISION = ascii(",\"revision\":");
    private static final byte[] SEQUENCE = ascii(",\"sequence\":");
    private static final byte[] STREAM = ascii(",\"stream\":");
    private static final byte[] TYPE = ascii(",\"type\":");
    private static final byte[] OF = ascii("{\"of\":");
    private static final byte[] SEALED = ascii(",\"sealed\":");
    private static final byte[] END = ascii("}");
    private static final byte[] NULL = ascii("null");

    /** The name of an actor that was pruned. */
    private static final byte[] EMPTY = ascii("\"\"");

    /** The digits of a number that fits into an {@code int}. */
    private static final int MAX_DIGITS = 9;

    private final byte[] bytes;
    private int at;
    private boolean declined;

    EntryScan(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * What precedes the payload.
     *
     * @param actor the actor, without a name
     * @param event the offset of the payload
     */
    record Head(Actor actor, Instant time, int event) {}

    /** Reads what precedes the payload; null if the entry is declined. */
    @Nullable Head head() {
        literal(ACTOR);
        var actorId = follows(NULL) ? null : Integer.valueOf(number());
        literal(KIND);
        var kind = text();
        literal(NAME);
        boolean pruned = follows(EMPTY);
        boolean sealed = !pruned && sealable();
        literal(ADDRESS);
        if (!follows(NULL)) {
            sealable();
        }
        literal(AGENT);
        if (!follows(NULL)) {
            sealable();
        }
        literal(AT);
        var time = text();
        literal(EVENT);
        if (declined) {
            return null;
        }
        try {
            var actor = new Actor(Actor.Kind.valueOf(kind), actorId, "");
            return pruned || (actor.userId() != null) == sealed ? new Head(actor, EntryTime.read(time), at) : null;
        } catch (IllegalArgumentException | DateTimeException _) {
            return null;
        }
    }

    /** The stored name of the event, which is the last property; null if the entry is declined. */
    @Nullable String type() {
        int end = bytes.length - 2;
        int begin = end - 1;
        while (begin > 0 && bytes[begin] != '"') {
            begin--;
        }
        return begin <= 0 || bytes[end] != '"' ? null : text(begin + 1, end);
    }

    /** Whether the rest of the entry after the payload is well-formed and has this revision; {@code end} is the payload's end. */
    boolean endsAfter(int end, int revision) {
        at = end;
        literal(ID);
        skipText();
        literal(NOTE);
        skipTextOrNull();
        literal(REQUEST);
        skipTextOrNull();
        literal(REVISION);
        boolean current = number() == revision;
        literal(SEQUENCE);
        number();
        literal(STREAM);
        skipText();
        literal(TYPE);
        skipText();
        return current && !declined && at == bytes.length - 1 && bytes[at] == '}';
    }

    private void literal(byte[] expected) {
        declined |= !follows(expected);
    }

    /** Whether these bytes are next; skips them if so. */
    private boolean follows(byte[] expected) {
        if (declined || at + expected.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    private int number() {
        int begin = at;
        int number = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - begin < MAX_DIGITS) {
            number = number * 10 + bytes[at] - '0';
            at++;
        }
        // A further digit makes the next literal fail.
        declined |= at == begin || (bytes[begin] == '0' && at - begin > 1);
        return number;
    }

    private String text() {
        int begin = at + 1;
        skipText();
        return declined ? "" : text(begin, at - 1);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    private void skipTextOrNull() {
        if (!follows(NULL)) {
            skipText();
        }
    }

    private void skipText() {
        if (declined || at >= bytes.length || bytes[at] != '"') {
            declined = true;
            return;
        }
        at++;
        while (at < bytes.length && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        declined = at >= bytes.length || bytes[at] != '"';
        at++;
    }

    /** Skips a text that may be sealed, and returns whether it is. */
    private boolean sealable() {
        if (!follows(OF)) {
            skipText();
            return false;
        }
        skipText();
        literal(SEALED);
        skipText();
        literal(END);
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
