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

/** The rows of one append, by columns, as a statement takes them in at once. */
public final class EventRows {

    private final List<Row> rows = new ArrayList<>();
    private final List<Keyring> rings;

    /** {@code ring} has the keys with which the rows' entries are sealed. */
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

    /** The rows of many appends as those of one. */
    static EventRows of(List<EventRows> many) {
        var all = new EventRows(many.stream().flatMap(one -> one.rings.stream()).toList());
        many.forEach(one -> all.rows.addAll(one.rows));
        return all;
    }

    public int size() {
        return rows.size();
    }

    /** Whether more changes than the log: something ends with one of the events, or somebody gets a key. */
    public boolean changeMore() {
        return rows.stream().anyMatch(row -> row.context().ends())
                || rings.stream().anyMatch(ring -> ring.drawnSubjects().length > 0);
    }

    /** The events, the first of them at this position. */
    public List<TrackedEventMessage<?>> from(long position) {
        var positioned = new ArrayList<TrackedEventMessage<?>>(rows.size());
        for (var row : rows) {
            var token = new GlobalSequenceTrackingToken(position + positioned.size());
            positioned.add(new GenericTrackedDomainEventMessage<>(token, row.event()));
        }
        return positioned;
    }

    /** Whether the first event is the first of its stream. */
    boolean beginStream() {
        return rows.getFirst().event().getSequenceNumber() == 0;
    }

    /** To be told when another key than the one here turns out to be stored for somebody. */
    void contested(String subject) {
        rings.forEach(ring -> ring.contested(subject));
    }

    /** To be told when the events are appended, in the transaction. */
    void appended() {
        rings.forEach(Keyring::appended);
    }

    /** Adds a row. */
    void add(DomainEventMessage<?> event, StoredEntry stored, AppendContext context) {
        rows.add(new Row(event, stored, Attribution.of(event.getMetaData()), context));
    }

    /**
     * Sets whether something ends with what is in it, the keys that are new, the things that must not have ended, the keys that
     * must still be those that are stored, the 15 arrays in the order of the columns, and the things that end.
     */
    void bind(PreparedStatement statement) throws SQLException {
        var parameters = new Parameters(statement);
        parameters.add(rows.stream().anyMatch(row -> row.context().endsWhatIsInIt()));
        parameters.add("text", subjects(Keyring::drawnSubjects));
        parameters.add("bytea", keys(Keyring::drawnKeys));
        parameters.add(
                "text",
                rows.stream()
                        .flatMap(row -> row.context().things().stream())
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
