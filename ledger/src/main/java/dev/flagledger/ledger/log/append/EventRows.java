package dev.flagledger.ledger.log.append;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.database.Parameters;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.entry.StoredEntry;
import dev.flagledger.ledger.subject.Keyring;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The rows of one append, bound column by column as arrays. */
public final class EventRows {

    private final List<Row> rows = new ArrayList<>();
    private final List<Keyring> rings;

    /** Creates an empty append; {@code ring} has the keys that its entries are sealed with. */
    EventRows(Keyring ring) {
        this(List.of(ring));
    }

    private EventRows(List<Keyring> rings) {
        this.rings = rings;
    }

    private record Row(DomainEventMessage<?> event, StoredEntry stored, Attribution by, AppendContext context) {

        EventScope scope() {
            return context.scope();
        }
    }

    /** Combines appends into one. */
    static EventRows of(List<EventRows> appends) {
        var all = new EventRows(
                appends.stream().flatMap(append -> append.rings.stream()).toList());
        appends.forEach(append -> all.rows.addAll(append.rows));
        return all;
    }

    public int size() {
        return rows.size();
    }

    /** Whether the append writes more than events: it ends an object or stores a new key. */
    public boolean changesMore() {
        return rows.stream().anyMatch(row -> row.context().ends())
                || rings.stream().anyMatch(ring -> ring.drawnSubjects().length > 0);
    }

    /** The events with their positions, the first at this one. */
    public List<TrackedEventMessage<?>> from(long position) {
        var positioned = new ArrayList<TrackedEventMessage<?>>(rows.size());
        for (var row : rows) {
            var token = new GlobalSequenceTrackingToken(position + positioned.size());
            positioned.add(new GenericTrackedDomainEventMessage<>(token, row.event()));
        }
        return positioned;
    }

    /** Whether the first event is the first of its stream. */
    boolean beginsStream() {
        return rows.getFirst().event().getSequenceNumber() == 0;
    }

    /** Reports that the database has another key for a person than the one used here. */
    void contested(String subject) {
        rings.forEach(ring -> ring.contested(subject));
    }

    /** Reports that the events were appended, within the transaction. */
    void appended() {
        rings.forEach(Keyring::appended);
    }

    void add(DomainEventMessage<?> event, StoredEntry stored, AppendContext context) {
        rows.add(new Row(event, stored, Attribution.of(event.getMetaData()), context));
    }

    /**
     * Sets the parameters: whether a container ends, the new keys, the objects that must not have ended, the keys that must be the
     * stored ones, the 15 arrays in the order of the columns, and the objects that end.
     */
    void bind(PreparedStatement statement) throws SQLException {
        var parameters = new Parameters(statement);
        parameters.add(rows.stream().anyMatch(row -> row.context().endsContainer()));
        parameters.add("text", subjects(Keyring::drawnSubjects));
        parameters.add("bytea", keys(Keyring::drawnKeys));
        parameters.add(
                "text",
                rows.stream()
                        .flatMap(row -> row.context().requiredObjects().stream())
                        .distinct()
                        .toArray());
        parameters.add("text", subjects(Keyring::usedSubjects));
        parameters.add("bytea", keys(Keyring::usedKeys));
        parameters.add("uuid", rows, row -> row.event().getIdentifier());
        parameters.add("text", rows, row -> row.event().getAggregateIdentifier());
        parameters.add("bigint", rows, row -> row.event().getSequenceNumber());
        parameters.add("timestamptz", rows, row -> row.event().getTimestamp().atOffset(ZoneOffset.UTC));
        parameters.add("text", rows, row -> row.stored().type());
        parameters.add("int", rows, row -> row.stored().revision());
        parameters.add("int", rows, row -> row.scope().organisationId());
        parameters.add("int", rows, row -> row.scope().projectId());
        parameters.add("int", rows, row -> row.scope().environmentId());
        parameters.add("text", rows, row -> row.scope().object());
        parameters.add("text", rows, row -> row.by().actor().kind().name());
        parameters.add("int", rows, row -> row.by().actor().id());
        parameters.add("text", rows, row -> row.by().requestId());
        parameters.addBytes(rows, row -> row.stored().entry().unsafeBytes());
        parameters.addBytes(rows, row -> row.stored().entry().leafHash());
        parameters.add(
                "text",
                rows.stream()
                        .filter(row -> row.context().ends())
                        .map(row -> row.scope().object())
                        .toArray());
    }

    private String[] subjects(Function<Keyring, String[]> which) {
        return rings.stream().map(which).flatMap(Stream::of).toArray(String[]::new);
    }

    private byte[][] keys(Function<Keyring, byte[][]> which) {
        return rings.stream().map(which).flatMap(Stream::of).toArray(byte[][]::new);
    }
}
