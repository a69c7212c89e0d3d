package dev.flagledger.ledger.log;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.subject.Keyring;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** The rows of one append, by columns, as a statement takes them in at once. */
final class EventRows {

    private final List<Row> rows = new ArrayList<>();
    private final Keyring ring;

    /** {@code ring} has the keys with which the rows' entries are sealed. */
    EventRows(Keyring ring) {
        this.ring = ring;
    }

    private record Row(DomainEventMessage<?> event, Stored stored, Attribution by, AppendContext context) {

        EventScope scope() {
            return context.scope();
        }
    }

    /** Adds a row. */
    void add(DomainEventMessage<?> event, Stored stored, AppendContext context) {
        rows.add(new Row(event, stored, Attribution.of(event.getMetaData()), context));
    }

    /**
     * Sets the keys that are new, the things that must not have ended, the keys that must still be those that are stored, the
     * 15 arrays in the order of the columns, and the things that end.
     */
    void bind(PreparedStatement statement) throws SQLException {
        var binding = new Binding(statement, rows);
        binding.set("text", ring.drawnSubjects());
        binding.set("bytea", ring.drawnKeys());
        binding.set(
                "text",
                rows.stream()
                        .flatMap(row -> row.context().things().stream())
                        .distinct()
                        .toArray());
        binding.set("text", ring.usedSubjects());
        binding.set("bytea", ring.usedKeys());
        binding.set("uuid", row -> row.event().getIdentifier());
        binding.set("text", row -> row.event().getAggregateIdentifier());
        binding.set("bigint", row -> row.event().getSequenceNumber());
        binding.set("timestamptz", row -> row.event().getTimestamp().atOffset(ZoneOffset.UTC));
        binding.set("text", row -> row.stored().type());
        binding.set("int", row -> row.stored().revision());
        binding.set("int", row -> row.scope().organisationId());
        binding.set("int", row -> row.scope().projectId());
        binding.set("int", row -> row.scope().environmentId());
        binding.set("text", row -> row.scope().object());
        binding.set("text", row -> row.by().actor().kind().name());
        binding.set("int", row -> row.by().actor().id());
        binding.set("text", row -> row.by().requestId());
        binding.setBytes(row -> row.stored().entry().unsafeBytes());
        binding.setBytes(row -> row.stored().entry().leafHash());
        binding.set(
                "text",
                rows.stream()
                        .filter(row -> row.context().ends())
                        .map(row -> row.scope().object())
                        .toArray());
    }

    private static final class Binding {

        private final PreparedStatement statement;
        private final Connection connection;
        private final List<Row> rows;
        private int parameter;

        Binding(PreparedStatement statement, List<Row> rows) throws SQLException {
            this.statement = statement;
            this.connection = statement.getConnection();
            this.rows = rows;
        }

        void set(String type, Function<Row, @Nullable Object> column) throws SQLException {
            set(type, rows.stream().map(column).toArray());
        }

        void setBytes(Function<Row, byte[]> column) throws SQLException {
            set("bytea", rows.stream().map(column).toArray(byte[][]::new));
        }

        void set(String type, Object[] values) throws SQLException {
            statement.setArray(++parameter, connection.createArrayOf(type, values));
        }
    }
}
