package dev.flagledger.ledger.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.entry.EntryFormat;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.subject.SubjectKeys;
import dev.flagledger.ledger.subject.TestKeys;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class LogRowsTest {

    private static final Instant NOON = Instant.parse("2031-01-01T12:00:00Z");

    private final TestLog log = TestLog.fresh();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anEventWhoseKeyLookupFailsIsReadLater() throws SQLException {
        log.jdbc()
                .sql("insert into ledger.subject_key (subject, wrapped) values ('user:4', sha256('user:4'))")
                .update();
        append(new UserRenamed(4, "Ana", "Rey"), NOON);
        var rows = table(TestKeys.awayOnce()).rows();

        assertThatThrownBy(() -> rows.unnamed(0, 1)).isInstanceOf(DataAccessException.class);
        assertThat(rows.unnamed(0, 1).getFirst().event().event()).isEqualTo(new UserRenamed(4, "Ana", "Rey"));
    }

    @Test
    void theLastEventUpToAnInstantNeedNotHaveTheLatestTime() throws SQLException {
        append(new UserLoggedIn(1, LoginWay.EMAIL), NOON.minusSeconds(3_600));
        append(new UserLoggedIn(2, LoginWay.EMAIL), NOON.plusMillis(2));
        append(new UserLoggedIn(3, LoginWay.EMAIL), NOON);
        append(new UserLoggedIn(4, LoginWay.EMAIL), NOON.plusSeconds(3_600));
        var rows = table(TestKeys.fixed()).rows();

        assertThat(rows.positionAt(NOON.plusMillis(5))).isEqualTo(3);
        assertThat(rows.positionAt(NOON.minusMillis(1))).isEqualTo(1);
        assertThat(rows.positionAt(NOON.plusSeconds(7_200))).isEqualTo(4);
        assertThat(rows.positionAt(NOON.minusSeconds(7_200))).isEqualTo(EventLog.BEGINNING);
    }

    private void append(LedgerEvent event, Instant at) throws SQLException {
        var id = UUID.randomUUID().toString();
        var message = new GenericMessage<>(id, event, Attribution.SYSTEM.toMetaData());
        var writer = table(TestKeys.fixed()).writer();
        writer.appendDurably(writer.rows(List.of(new GenericDomainEventMessage<>("test", id, 0, message, at))));
    }

    private EventTable table(SubjectKeys keys) {
        var format = new EntryFormat(CanonicalSerializer.of(new EventCatalogue()), keys);
        return new EventTable(
                log.pool(),
                format,
                keys,
                events -> events.stream()
                        .map(_ -> new AppendContext(TestLog.SCOPE, List.of(), false))
                        .toList());
    }
}
