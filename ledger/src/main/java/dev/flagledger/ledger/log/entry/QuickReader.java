package dev.flagledger.ledger.log.entry;

import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.subject.Mentions;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads entries for whoever folds them, in a fraction of the time, where nothing has to be decrypted and the entry has the
 * usual form. It declines all others.
 */
final class QuickReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final CanonicalSerializer serializer;

    QuickReader(CanonicalSerializer serializer) {
        this.serializer = serializer;
    }

    /** The event of an entry, all but what its actor was called; null if it declines. */
    @Nullable Recorded read(long position, Entry entry) {
        var bytes = entry.unsafeBytes();
        var scan = new EntryScan(bytes);
        var head = scan.head();
        var type = scan.type();
        var plain = head == null || type == null ? null : serializer.plain(type);
        if (head == null || plain == null || Mentions.any(bytes, head.event())) {
            return null;
        }
        try (var json =
                JSON.createParser(ObjectReadContext.empty(), bytes, head.event(), bytes.length - head.event())) {
            Object event = plain.reader().readValue(json);
            int end = head.event() + (int) json.currentLocation().getByteOffset();
            return scan.endsAfter(end, plain.revision())
                    ? new Recorded(position, head.time(), head.actor(), event)
                    : null;
        } catch (JacksonException _) {
            // Whoever reads it in full says what is wrong.
            return null;
        }
    }
}
