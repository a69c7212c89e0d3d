package dev.flagledger.ledger.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.AboutRetention;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.store.TestLog;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database admits no other change of the log than a pruning that an event has recorded. */
class PruningTriggerTest {

    private static final String REMOVAL = "entry = null, request_id = null where position = ";

    private final TestLog log = TestLog.fresh(EventPruningTest::context);

    @BeforeEach
    void append() {
        log.append(IntStream.rangeClosed(1, 8)
                .mapToObj(user -> new UserLoggedIn(user, LoginWay.EMAIL))
                .toArray(UserLoggedIn[]::new));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aRecordedPruningRemovesEntries() {
        log.append(new EventsPruned(3, 6));
        permit(6, 0);

        assertThat(update(REMOVAL + "1")).isEqualTo(1);
        assertThat(update(REMOVAL + "6")).isEqualTo(1);
        assertRefused(REMOVAL + "7");
    }

    @Test
    void aHorizonThatNoEventHasRecordedPermitsNothing() {
        permit(6, 0);
        assertRefused(REMOVAL + "1");

        log.append(new EventsPruned(3, 4));

        assertThat(update(REMOVAL + "4")).isEqualTo(1);
        assertRefused(REMOVAL + "5");
    }

    @Test
    void aRecordOfAnotherOrganisationPermitsNothing() throws SQLException {
        log.append(new EventsPruned(4, 6));
        inSpite("update ledger.event set organisation_id = 4 where position = 9");
        permit(6, 0);

        assertRefused(REMOVAL + "1");
    }

    @Test
    void eventsAboutRetentionStay() throws SQLException {
        log.append(new EventsPruned(3, 6));
        permit(6, 0);

        for (var type : EventCatalogue.namesOf(AboutRetention.class)) {
            inSpite("update ledger.event set payload_type = '" + type + "' where position = 2");
            assertRefused(REMOVAL + "2");
        }
    }

    @Test
    void afterAPruningWhatIsLeftStays() {
        log.append(new EventsPruned(3, 6));
        permit(6, 0);
        update("entry = null, residue = entry, request_id = null where position = 1");
        assertThat(update("residue = 'later' where position = 1"))
                .as("a pruning states later values")
                .isEqualTo(1);

        permit(6, 6);

        assertRefused("residue = 'other' where position = 1");
        assertRefused(REMOVAL + "2");
    }

    private void permit(long horizon, long done) {
        log.jdbc().sql("""
                        insert into ledger.pruned (organisation_id, horizon, done) values (3, :horizon, :done)
                        on conflict (organisation_id) do update set done = excluded.done
                        """).param("horizon", horizon).param("done", done).update();
    }

    private int update(String change) {
        return log.jdbc().sql("update ledger.event set " + change).update();
    }

    private void assertRefused(String change) {
        assertThatThrownBy(() -> update(change)).as(change).hasMessageContaining("append only");
    }

    private void inSpite(String sql) throws SQLException {
        try (var database = log.dataSource().getConnection();
                var statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
