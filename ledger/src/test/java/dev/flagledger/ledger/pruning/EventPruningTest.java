package dev.flagledger.ledger.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.ExportEvent.Format;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldPlaced;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.log.store.LogRow;
import dev.flagledger.ledger.log.store.TestLog;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EventPruningTest {

    private static final int ACME = 3;
    private static final int OTHER = 4;
    private static final Remains NONE = needless();

    private final TestLog log = TestLog.fresh(EventPruningTest::context);
    private final EventPruning pruning = new EventPruning(
            log.jdbc(),
            log.template(),
            new TransactionTemplate(new JdbcTransactionManager(log.pool())),
            CanonicalSerializer.of(new EventCatalogue()),
            List.of("organisation.events-pruned"),
            "organisation.legal-hold-placed");

    /** Users up to 10 act in an organisation, others in another one. */
    static AppendContext context(Object event) {
        return switch (event) {
            case UserLoggedIn in ->
                new AppendContext(
                        new EventScope(in.userId() <= 10 ? ACME : OTHER, null, null, "user:" + in.userId()),
                        List.of(),
                        false);
            case EventsExported exported ->
                new AppendContext(new EventScope(ACME, null, null, "export:" + exported.exportId()), List.of(), false);
            case LegalHoldPlaced held ->
                new AppendContext(
                        new EventScope(held.organisationId(), null, null, "organisation:" + held.organisationId()),
                        List.of(),
                        false);
            default -> new AppendContext(new EventScope(ACME, null, null, "organisation:3"), List.of(), false);
        };
    }

    @BeforeEach
    void append() {
        log.append(IntStream.rangeClosed(1, 8)
                .mapToObj(user -> new UserLoggedIn(user, LoginWay.EMAIL))
                .toArray(UserLoggedIn[]::new));
        log.append(new UserLoggedIn(11, LoginWay.EMAIL), new EventsPruned(ACME, 6));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void entriesUpToTheHorizonAreReplacedByTheirResidues() {
        var before = log.log().unnamedRows(0, 10);
        pruneAll(6, NONE);

        assertThat(positions("entry is null")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(positions("residue is not null")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(log.log().unnamedRows(0, 10).stream().map(LogRow::event))
                .isEqualTo(before.stream().map(LogRow::event).toList());
        assertThat(pruning.done(ACME)).isEqualTo(6);
    }

    @Test
    void nothingIsLeftOfNeedlessEventsOfStreamsThatHaveEnded() {
        log.jdbc()
                .sql("insert into ledger.ended (thing) values ('user:2'), ('user:4')")
                .update();
        pruneAll(6, needless(2, 3));

        assertThat(positions("entry is null and residue is null")).containsExactly(2L);
        var rows = log.log().unnamedRows(0, 10);
        assertThat(rows).hasSize(10);
        assertThat(rows.get(1).isEmpty()).isTrue();
        assertThat(rows.get(1).position()).isEqualTo(2);
        assertThatThrownBy(rows.get(1)::event).hasMessageContaining("pruned");
        assertThat(rows.stream().filter(LogRow::isEmpty)).hasSize(1);
        assertThat(log.log().recordedAt(2)).isNotNull();
    }

    @Test
    void theLastEventsOfStreamsThatMayBeContinuedAreTold() {
        assertThat(pruning.lastOfStreams(ACME, 6)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);

        log.jdbc()
                .sql("insert into ledger.ended (thing) values ('user:2'), ('user:4')")
                .update();

        assertThat(pruning.lastOfStreams(ACME, 6)).containsExactlyInAnyOrder(1L, 3L, 5L, 6L);
    }

    @Test
    void anExportIsTheOnlyEventOfItsStream() {
        log.append(new EventsExported(new UUID(0, 1), List.of(ACME), null, Format.CSV, "search=Anna"));

        assertThat(positions("payload_type = 'export.events-exported'")).hasSize(1);
        assertThat(pruning.lastOfStreams(ACME, 20))
                .contains(8L)
                .doesNotContainAnyElementsOf(positions("payload_type = 'export.events-exported'"));
    }

    @Test
    void aResidueGoesWhenItsEventBecomesNeedless() {
        pruneAll(6, NONE);
        log.jdbc().sql("insert into ledger.ended (thing) values ('user:2')").update();
        pruneAll(7, needless(2));

        assertThat(positions("entry is null and residue is null")).containsExactly(2L);
        assertThat(positions("residue is not null")).containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void batchesGoFromTheNewestToTheOldest() {
        pruning.permit(ACME, 6);

        assertThat(pruning.prune(ACME, 7, 4, NONE, 10)).hasValue(3);
        assertThat(positions("entry is null")).containsExactly(3L, 4L, 5L, 6L);
        assertThat(pruning.prune(ACME, 3, 4, NONE, 10)).hasValue(1);
        assertThat(pruning.prune(ACME, 1, 4, NONE, 10)).hasValue(0);
        assertThat(pruning.done(ACME)).isZero();
    }

    @Test
    void nothingIsPrunedWithoutPermissionOrOfOthers() {
        assertThat(pruning.prune(ACME, 11, 100, NONE, 10)).hasValue(0);
        pruneAll(10, NONE);

        assertThat(positions("entry is not null")).containsExactly(9L, 10L, 11L);
        assertThat(pruning.hasEvents(ACME, 0, 10)).isTrue();
        assertThat(pruning.hasEvents(ACME, 8, 10)).isFalse();
    }

    @Test
    void oneNodeAtATimePrunes() throws Exception {
        pruning.permit(ACME, 6);
        try (var other = log.dataSource().getConnection();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + EventPruning.LOCK + ")");

            assertThat(pruning.prune(ACME, 7, 4, NONE, 10)).isEqualTo(OptionalLong.empty());
        }
    }

    @Test
    void nothingIsPrunedAfterAHold() {
        pruning.permit(ACME, 6);
        log.append(new LegalHoldPlaced(OTHER));
        assertThat(pruning.prune(ACME, 7, 2, NONE, 10)).hasValue(5);

        log.append(new LegalHoldPlaced(ACME));

        assertThat(pruning.prune(ACME, 5, 2, NONE, 10)).isEmpty();
        assertThat(positions("entry is null")).containsExactly(5L, 6L);
        assertThat(pruning.prune(ACME, 5, 2, NONE, 12)).hasValue(3);
    }

    @Test
    void theLastEventOfATypeIsKnown() {
        assertThat(pruning.lastRecorded(ACME, "organisation.events-pruned"))
                .hasValue(log.log().recordedAt(10));
        assertThat(pruning.lastRecorded(OTHER, "organisation.events-pruned")).isEmpty();
    }

    @Test
    void theTableAdmitsNothingElse() {
        pruning.permit(ACME, 6);

        assertRefused("entry = null, request_id = null where position = 7");
        assertRefused("entry = null, request_id = null where position = 9");
        assertRefused("entry = null, request_id = null, leaf = '' where position = 1");
        assertRefused("entry = null, request_id = null, actor_kind = 'USER' where position = 1");
        assertRefused("entry = null, request_id = null, organisation_id = null where position = 1");
        assertRefused("entry = null, request_id = 'r' where position = 1");
        assertRefused("entry = '' where position = 1");
        assertThatThrownBy(() -> log.jdbc()
                        .sql("delete from ledger.event where position = 1")
                        .update())
                .hasMessageContaining("append only");
        pruneAll(6, NONE);
        assertRefused("entry = residue, residue = null where position = 1");
    }

    @Test
    void anotherEventMayRemain() {
        pruneAll(6, new Remains() {
            @Override
            public boolean isNeedless(long position) {
                return false;
            }

            @Override
            public @Nullable Object changed(long position) {
                return position == 2 ? new UserLoggedIn(99, LoginWay.EMAIL) : null;
            }
        });

        assertThat(log.log().unnamedRows(0, 3).stream().map(row -> row.event().event()))
                .containsExactly(
                        new UserLoggedIn(1, LoginWay.EMAIL),
                        new UserLoggedIn(99, LoginWay.EMAIL),
                        new UserLoggedIn(3, LoginWay.EMAIL));
    }

    @Test
    void storedStatesOfBeforeAreDeleted() {
        log.jdbc()
                .sql("insert into ledger.checkpoint (code, position, parts) values ('x', 5, '{0}'), ('x', 6, '{0}')")
                .update();

        pruneAll(6, NONE);

        assertThat(log.jdbc()
                        .sql("select position from ledger.checkpoint")
                        .query(Long.class)
                        .list())
                .containsExactly(6L);
    }

    static Remains needless(long... positions) {
        return new Remains() {
            @Override
            public boolean isNeedless(long position) {
                return LongStream.of(positions).anyMatch(needless -> needless == position);
            }

            @Override
            public @Nullable Object changed(long position) {
                return null;
            }
        };
    }

    private void assertRefused(String change) {
        assertThatThrownBy(() ->
                        log.jdbc().sql("update ledger.event set " + change).update())
                .as(change)
                .hasMessageContaining("append only");
    }

    private void pruneAll(long horizon, Remains remains) {
        log.append(new EventsPruned(ACME, horizon));
        pruning.permit(ACME, horizon);
        pruning.prune(ACME, Long.MAX_VALUE, 100, remains, 10);
        pruning.finish(ACME, horizon);
    }

    private List<@Nullable Long> positions(String condition) {
        return log.jdbc()
                .sql("select position from ledger.event where " + condition + " order by position")
                .query(Long.class)
                .list();
    }
}
