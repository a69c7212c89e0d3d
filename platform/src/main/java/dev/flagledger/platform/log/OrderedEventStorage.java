package dev.flagledger.platform.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The event store, with two differences from Axon's own: positions become visible in the order in which they were given
 * out, and times are kept to the microsecond rather than the millisecond.
 *
 * <p>PostgreSQL gives out sequence numbers before transactions commit, so that a reader may see 8 before 7 exists. Here an
 * appender holds a lock from before its first number until its commit is visible; 7 is then either there before 8 or never.
 * A reader that went past a missing position has missed nothing, however long the appender took.
 */
final class OrderedEventStorage extends JdbcEventStorageEngine {

    private static final long APPEND_LOCK = 0x666c61676c6f67L;

    /** Always as many digits, so that times sort as text. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final TransactionManager transactions;

    OrderedEventStorage(Builder builder, JdbcClient jdbc, TransactionManager transactions) {
        super(builder);
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        transactions.executeInTransaction(() -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", APPEND_LOCK)
                    .query(rows -> {});
            super.appendEvents(events, serializer);
            Appended.upTo(jdbc.sql("select currval(pg_get_serial_sequence('event', 'position'))")
                    .query(Long.class)
                    .single());
        });
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int parameter, Instant time) throws SQLException {
        statement.setString(parameter, TIME.format(time));
    }
}
