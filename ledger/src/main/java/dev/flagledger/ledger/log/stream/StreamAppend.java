package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.entry.StoredEntry;
import dev.flagledger.ledger.subject.Keyring;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;

/** One event to append to a {@link StreamLog}, with the keys that its entry is sealed with. */
record StreamAppend<E>(DomainEventMessage<E> message, StoredEntry stored, AppendContext context, Keyring ring) {

    /** The wrapped key of a person. */
    @SuppressWarnings("ArrayRecordComponent") // neither compared nor modified
    record Key(String subject, byte[] wrapped) {}

    PlacedEvent<E> placed() {
        return new PlacedEvent<>(message.getPayload(), message.getSequenceNumber(), context, message.getTimestamp());
    }

    /** The new keys, to be stored with the event. */
    List<Key> drawnKeys() {
        return keys(ring.drawnSubjects(), ring.drawnKeys());
    }

    /** The known keys, which must equal the stored ones. */
    List<Key> knownKeys() {
        var drawn = Set.of(ring.drawnSubjects());
        return keys(ring.usedSubjects(), ring.usedKeys()).stream()
                .filter(key -> !drawn.contains(key.subject()))
                .toList();
    }

    private static List<Key> keys(String[] subjects, byte[][] wrapped) {
        var keys = new ArrayList<Key>(subjects.length);
        for (int key = 0; key < subjects.length; key++) {
            keys.add(new Key(subjects[key], wrapped[key]));
        }
        return keys;
    }
}
