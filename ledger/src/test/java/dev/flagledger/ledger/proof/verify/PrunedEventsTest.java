package dev.flagledger.ledger.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.AboutRetention;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.ledger.extract.DatabaseExtract;
import dev.flagledger.ledger.extract.DatabaseImport;
import dev.flagledger.ledger.extract.ExtractVerifier;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.log.store.TestLog;
import dev.flagledger.ledger.proof.TestTree;
import dev.flagledger.ledger.proof.verify.database.DatabaseVerifier;
import dev.flagledger.ledger.pruning.EventPruning;
import dev.flagledger.ledger.pruning.Remains;
import dev.flagledger.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pruned events are verified by their hashes, if an event accounts for the pruning. */
class PrunedEventsTest {

    private static final int ACME = 3;

    private final TestTree tree = new TestTree("flags.example", TestLog.fresh(PrunedEventsTest::context));

    private static AppendContext context(Object event) {
        return new AppendContext(new EventScope(ACME, null, null, "test"), List.of(), false);
    }

    @BeforeEach
    void grow() {
        tree.grow(20);
    }

    @AfterEach
    void close() {
        tree.close();
    }

    @Test
    void aPrunedLogIsIntact() throws Exception {
        prune(5, new EventsPruned(ACME, 5));

        assertIntact(verified(tree.log().dataSource()));
        assertIntact(new ExtractVerifier(null, null).verify(new ByteArrayInputStream(extract(null))));
        assertIntact(new ExtractVerifier(null, null).verify(new ByteArrayInputStream(extract(ACME))));
    }

    @Test
    void anImportHasThemAsTheyWere() throws Exception {
        prune(5, new EventsPruned(ACME, 5));
        var target = TestDatabase.fresh().migrated();
        for (var database : List.of(tree.log().dataSource(), target.dataSource())) {
            JdbcClient.create(database)
                    .sql("create schema if not exists installation")
                    .update();
        }
        var out = new ByteArrayOutputStream();
        try (var database = tree.log().dataSource().getConnection()) {
            new DatabaseExtract(database).writeWithKeys(out);
        }
        try (var database = target.dataSource().getConnection()) {
            new DatabaseImport(database).read(new ByteArrayInputStream(out.toByteArray()));
        }

        for (var rows : List.of(
                "select event::text from ledger.event order by position", "select pruned::text from ledger.pruned")) {
            assertThat(JdbcClient.create(target.dataSource())
                            .sql(rows)
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .isEqualTo(tree.log().jdbc().sql(rows).query(String.class).list());
        }
    }

    @Test
    void whatNoEventAccountsForIsAFault() throws Exception {
        change("alter table ledger.event disable trigger event_is_append_only");
        prune(5, new EventsPruned(ACME, 4));

        assertThat(verified(tree.log().dataSource()).fault().orElseThrow())
                .hasToString("position 5: the entry is missing, and no pruning accounts for it");
        assertThat(new ExtractVerifier(null, null)
                        .verify(new ByteArrayInputStream(extract(null)))
                        .fault()
                        .orElseThrow())
                .hasToString("position 5: the entry is missing, and no pruning accounts for it");
        assertThat(fault(extract(ACME))).isEqualTo("position 5: the entry is missing, and no pruning accounts for it");
    }

    @Test
    void inAnExtractOfAProjectNothingAccountsForThem() throws Exception {
        prune(5, new EventsPruned(ACME, 5));
        change("update ledger.event set project_id = 7 where position < 10");
        var out = new ByteArrayOutputStream();
        try (var database = tree.log().dataSource().getConnection()) {
            new DatabaseExtract(database).write(out, StoredFilter.ALL.project(7));
        }
        var verified = new ExtractVerifier(null, null).verify(new ByteArrayInputStream(out.toByteArray()));

        assertThat(verified.fault()).isEmpty();
        assertThat(verified.pruned()).isEqualTo(5);
        assertThat(verified.unaccounted()).isEqualTo(5);
    }

    @Test
    void noTypeOfEventsAboutRetentionIsAccepted() {
        assertThat(EventCatalogue.namesOf(AboutRetention.class))
                .hasSize(4)
                .allSatisfy(type -> assertThatThrownBy(() -> new PrunedEvents().add(3, ACME, type))
                        .isInstanceOf(FaultException.class));
    }

    @Test
    void eventsAboutRetentionAreNeverPruned() throws Exception {
        prune(5, new EventsPruned(ACME, 5));
        change("update ledger.event set payload_type = 'organisation.legal-hold-placed' where position = 3");

        var fault = "position 3: the entry is missing, and events about retention are never pruned";
        assertThat(verified(tree.log().dataSource()).fault().orElseThrow()).hasToString(fault);
        assertThat(fault(extract(null))).isEqualTo(fault);
        assertThat(fault(extract(ACME))).isEqualTo(fault);
    }

    @Test
    void thePruningOfAnotherOrganisationAccountsForNothing() throws Exception {
        change("alter table ledger.event disable trigger event_is_append_only");
        prune(5, new EventsPruned(ACME + 1, 5));

        assertThat(verified(tree.log().dataSource()).fault().orElseThrow().position())
                .isEqualTo(1);
        var lines = new String(extract(ACME), StandardCharsets.UTF_8).split("\n", 2);
        var relabelled = lines[0] + "\n" + lines[1].replace("\"organisation\":3,", "\"organisation\":4,");
        assertThat(fault(relabelled.getBytes(StandardCharsets.UTF_8)))
                .startsWith("position 1: the entry is missing, and no");
    }

    @Test
    void theLeafOfAPrunedEventHasToBeTheSignedOne() throws Exception {
        prune(5, new EventsPruned(ACME, 5));
        change("update ledger.event set leaf = sha256('other') where position = 3");

        assertThat(verified(tree.log().dataSource()).fault().orElseThrow())
                .hasToString("position 3: the leaf of the pruned event is not the one that was signed");
    }

    /** Changes the log in spite of the trigger. */
    private void change(String sql) throws SQLException {
        try (var database = tree.log().dataSource().getConnection();
                var statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    private static String fault(byte[] extract) throws IOException {
        return new ExtractVerifier(null, null)
                .verify(new ByteArrayInputStream(extract))
                .fault()
                .orElseThrow()
                .toString();
    }

    private void prune(long upTo, LedgerEvent account) {
        tree.log().append(account);
        tree.sign();
        var pruning = new EventPruning(
                tree.log().jdbc(),
                tree.log().template(),
                new TransactionTemplate(new JdbcTransactionManager(tree.log().pool())),
                CanonicalSerializer.of(new EventCatalogue()),
                List.of("organisation.events-pruned"),
                "organisation.legal-hold-placed");
        pruning.permit(ACME, upTo);
        var remains = new Remains() {
            @Override
            public boolean isNeedless(long position) {
                return position == 2;
            }

            @Override
            public @Nullable Object changed(long position) {
                return null;
            }
        };
        pruning.prune(ACME, Long.MAX_VALUE, 100, remains, Long.MAX_VALUE);
    }

    private static void assertIntact(Verification verified) {
        assertThat(verified.fault()).isEmpty();
        assertThat(verified.events()).isEqualTo(21);
        assertThat(verified.pruned()).isEqualTo(5);
    }

    private static Verification verified(DataSource source) throws SQLException {
        try (var database = source.getConnection()) {
            return new DatabaseVerifier(database).verify(null, null);
        }
    }

    private byte[] extract(@Nullable Integer organisation) throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        try (var database = tree.log().dataSource().getConnection()) {
            new DatabaseExtract(database).write(out, StoredFilter.ALL.organisation(organisation));
        }
        return out.toByteArray();
    }
}
