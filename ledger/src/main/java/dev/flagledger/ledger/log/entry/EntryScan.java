package dev.flagledger.ledger.log.entry;

import dev.flagledger.api.Actor;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the bytes of an entry for whoever folds it, who needs less of it than it says, millions of times. It understands
 * the very form that is written, where no text outside the event has anything but printable ASCII without escapes. Any other
 * entry it declines: {@link EntryReader} reads that, or says what is wrong with it.
 */
final class EntryScan {

    private static final byte[] ACTOR = ascii("{\"actor\":{\"id\":");
    private static final byte[] KIND = ascii(",\"kind\":");
    private static final byte[] NAME = ascii(",\"name\":");
    private static final byte[] ADDRESS = ascii("},\"address\":");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] EVENT = ascii(",\"event\":");
    private static final byte[] ID = ascii(",\"id\":");
    private static final byte[] REQUEST = ascii(",\"request\":");
    private static final byte[] REVISION = ascii(",\"revision\":");
    private static final byte[] SEQUENCE = ascii(",\"sequence\":");
    private static final byte[] STREAM = ascii(",\"stream\":");
    private static final byte[] TYPE = ascii(",\"type\":");
    private static final byte[] OF = ascii("{\"of\":");
    private static final byte[] SEALED = ascii(",\"sealed\":");
    private static final byte[] END = ascii("}");
    private static final byte[] NULL = ascii("null");

    /** Of a number that surely fits. */
    private static final int MOST_DIGITS = 9;

    private final byte[] bytes;
    private int at;
    private boolean declined;

    EntryScan(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * What comes before the event.
     *
     * @param actor without their name
     * @param event where the event begins
     */
    record Head(Actor actor, Instant time, int event) {}

    /** Null if it declines. */
    @Nullable Head head() {
        literal(ACTOR);
        var actorId = follows(NULL) ? null : Integer.valueOf(number());
        literal(KIND);
        var kind = text();
        literal(NAME);
        boolean sealed = sealable();
        literal(ADDRESS);
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
            return (actor.userId() != null) == sealed ? new Head(actor, EntryTime.read(time), at) : null;
        } catch (IllegalArgumentException | DateTimeException _) {
            return null;
        }
    }

    /** The name of the event's type, which stands last; null if it declines. */
    @Nullable String type() {
        int end = bytes.length - 2;
        int begin = end - 1;
        while (begin > 0 && bytes[begin] != '"') {
            begin--;
        }
        return begin <= 0 || bytes[end] != '"' ? null : text(begin + 1, end);
    }

    /** Whether behind the event, which ended here, follows what belongs there and nothing else. */
    boolean endsAfter(int event, int revision) {
        at = event;
        literal(ID);
        skipText();
        literal(REQUEST);
        if (!follows(NULL)) {
            skipText();
        }
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

    /** Goes on behind it if it is here. */
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
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - begin < MOST_DIGITS) {
            number = number * 10 + bytes[at] - '0';
            at++;
        }
        // Where another digit follows, so does not what belongs behind the number.
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

    /** Whether it is sealed. */
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
