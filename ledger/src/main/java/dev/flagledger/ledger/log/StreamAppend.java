package dev.flagledger.ledger.log;

import dev.flagledger.ledger.log.StreamLog.RowChange;
import dev.flagledger.ledger.subject.Keyring;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** One event that is to be appended to a {@link StreamLog}, with the keys that its entry is sealed with. */
record StreamAppend(DomainEventMessage<?> event, Stored stored, AppendContext context, Keyring ring) {

    /**
     * Sets the things that must not have ended, the keys that must be those that are stored, what the rows take, the keys that
     * are new, and the columns of the event.
     */
    void bind(Parameters parameters, RowChange rows) throws SQLException {
        parameters.add("text", context.things().toArray());
        bindKnownKeys(parameters);
        rows.bind(parameters, context, event.getTimestamp());
        parameters.add("text", ring.drawnSubjects());
        parameters.add("bytea", ring.drawnKeys());
        parameters.add(event.getAggregateIdentifier());
        parameters.add(event.getSequenceNumber());
        parameters.add(event.getTimestamp().atOffset(ZoneOffset.UTC));
        parameters.add(stored.type());
        parameters.add(stored.revision());
        parameters.add(context.scope().organisationId());
        parameters.add(context.scope().projectId());
        parameters.add(context.scope().environmentId());
        parameters.add(stored.entry().unsafeBytes());
        parameters.add(stored.entry().leafHash());
    }

    private void bindKnownKeys(Parameters parameters) throws SQLException {
        var keys = ring.usedKeys();
        var known = known();
        var subjects = ring.usedSubjects();
        parameters.add(
                "text",
                Arrays.stream(known).mapToObj(subject -> subjects[subject]).toArray());
        parameters.add(
                "bytea", Arrays.stream(known).mapToObj(subject -> keys[subject]).toArray(byte[][]::new));
    }

    /** The places among those used of the keys that were not drawn for this append. */
    private int[] known() {
        var drawn = Set.of(ring.drawnSubjects());
        var subjects = ring.usedSubjects();
        return IntStream.range(0, subjects.length)
                .filter(subject -> !drawn.contains(subjects[subject]))
                .toArray();
    }

    /** The thing at this place, from 1, of those that must not have ended; null at 0. */
    @Nullable String thing(int place) {
        return place == 0 ? null : context.things().get(place - 1);
    }

    /** The same of those whose keys must be those that are stored. */
    @Nullable String knownSubject(int place) {
        return place == 0 ? null : ring.usedSubjects()[known()[place - 1]];
    }
}
