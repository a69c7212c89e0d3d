package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.projection.Projections;
import dev.flagledger.ledger.proof.verify.database.DatabaseVerifier;
import dev.flagledger.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Old events lose their bodies; the state, the proofs and everything since then stay. */
class EventRetentionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> AT_ONCE = Map.of("flagledger.retention.begin", "0s");
    private static final String NOTE = "Flagledger-Note";
    private static final String LINES = "select entry::text from query.audit_entry as entry order by id";
    private static final String ROWS = "select event::text from query.audit_event as event order by position";

    /** The lock of the node that prunes. */
    private static final String LOCK = "select pg_advisory_lock(" + 0x7072756e65766e74L + ")";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private Shop held;
    private Shop acme;
    private int basket;
    private long end;
    private JsonNode document;

    /** Two shops, of which the first has set a legal hold. */
    @BeforeEach
    void letTimePass() {
        try (var server = TestServer.on(database)) {
            held = Shop.in(server);
            held.feature(Map.of("name", "held"));
            retain(held, Map.of("days", 30)).ok();
            retain(by(held, "case%207"), Map.of("legal_hold", true)).ok();
            acme = Shop.in(server);
            retain(acme, Map.of("days", 30)).ok();
            basket = acme.feature(Map.of("name", "basket", "initial_value", "blue"));
            for (var value : List.of("secret red", "secret green", "secret grey")) {
                update(acme, value);
            }
            int gone = acme.feature(Map.of("name", "gone_with_the_wind"));
            acme.ana().patch(acme.stateOf(gone), Map.of("enabled", true)).ok();
            acme.ana().delete(acme.features() + gone + "/").ok();
            acme.ana().with("Accept", "application/x-ndjson").get(acme.events() + "?search=secret");
            update(acme, "grey");
            acme.segment("People", "name", "Anna");
            acme.ana()
                    .post("environments/" + acme.key() + "/identities/", Map.of("identifier", "user-77"))
                    .ok();
            document = document(acme, "");
            acme.ana().get(acme.audit()).ok();
            end = number("select max(position) from ledger.event");
        }
    }

    @Test
    void oldValuesAndPeopleAreGoneAndTheStateIsNot() {
        try (var server = later()) {
            awaitPruned(acme);
            assertBodiesAreGone();
            assertThat(document(acme, "")).isEqualTo(document);
            assertThat(document(acme, "?as_of=" + end)).isEqualTo(document);
            assertFoldsTheSame(server);
            assertWhoAsksIsToldSo();

            update(acme, "mauve");
            assertThat(acme.ana().get(acme.stateOf(basket)).ok().toString()).contains("mauve");
            acme.feature(Map.of("name", "another"));
            assertFoldsTheSame(server);
            assertARebuiltAuditLogIsTheSame(server);
            assertPeopleCanBeErased();
            assertFoldsTheSame(server);
            assertVerified();
        }
        jdbc.sql("delete from ledger.checkpoint; delete from ledger.checkpoint_part")
                .update();
        try (var server = TestServer.on(database)) {
            acme = on(server, acme);
            assertThat(document(acme, "?as_of=" + end)).isEqualTo(document);
            assertFoldsTheSame(server);
        }
    }

    private void assertBodiesAreGone() {
        assertThat(String.join("", texts(acme))).doesNotContain("secret", "gone_with_the_wind");
        assertThat(number("select count(*) from ledger.event where entry is null and request_id is not null"))
                .isZero();
    }

    private static void assertFoldsTheSame(TestServer server) {
        assertThat(server.part(History.class).refolded().differing()).isEmpty();
    }

    private void assertWhoAsksIsToldSo() {
        long horizon = acme.ana().get(retention(acme)).ok().get("pruned_to").asLong();
        assertThat(horizon).isGreaterThanOrEqualTo(end - 1).isLessThanOrEqualTo(end);
        assertGone(acme.ana().get(acme.features() + "?as_of=" + (horizon - 1)));
        assertGone(acme.backend().get("environment-document/?as_of=" + (horizon - 1)));
        assertGone(acme.ana().get("environments/" + acme.key() + "/difference/?from=" + (horizon - 1)));
        long created = number("select min(position) from ledger.event where project_id = " + acme.project());
        assertGone(acme.ana().get(acme.events() + created + "/entry/"));
        assertGone(acme.ana().post(acme.events() + created + "/revert/", Map.of()));
        assertThat(acme.ana().get(acme.events() + created + "/").status()).isEqualTo(404);
        assertThat(acme.ana()
                        .get(acme.events() + "extract/?object=feature:" + basket)
                        .text())
                .contains("\"pruned\"");
        assertThat(acme.ana()
                        .get(acme.events() + "extract/?feature=" + basket + "&before=" + horizon)
                        .text())
                .isEmpty();
        assertThat(acme.ana()
                        .get(acme.audit() + "?search=basket")
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
        assertThat(acme.ana()
                        .get("organisations/" + acme.organisation() + "/events/?until=" + firstAfterHorizon(horizon))
                        .ok()
                        .get("results")
                        .valueStream()
                        .map(event -> event.get("type").asString()))
                .containsExactly("organisation.retention-changed");
    }

    /** The time of the first event after a position. */
    private String firstAfterHorizon(long position) {
        return jdbc.sql("""
                        select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                        from ledger.event where position = :position + 1
                        """).param("position", position).query(String.class).single();
    }

    private void assertARebuiltAuditLogIsTheSame(TestServer server) {
        acme.ana().get(acme.audit()).ok();
        var lines = jdbc.sql(LINES).query(String.class).list();
        var rows = jdbc.sql(ROWS).query(String.class).list();
        assertThat(lines).isNotEmpty();

        server.part(Projections.class).rebuild("audit");
        await().atMost(PATIENCE)
                .until(() -> number(
                                "select count(*) from ledger.projection where name = 'audit' and (version = 0 or beside)")
                        == 0);

        assertThat(jdbc.sql(LINES).query(String.class).list()).isEqualTo(lines);
        assertThat(jdbc.sql(ROWS).query(String.class).list()).isEqualTo(rows);
    }

    private void assertPeopleCanBeErased() {
        acme.ana()
                .post(
                        "organisations/" + acme.organisation() + "/erasures/",
                        Map.of("environment", acme.key(), "identifier", "user-77"))
                .ok();
        acme.ana().get(acme.audit()).ok();

        assertThat(String.join("", texts(acme))).doesNotContain("user-77");
    }

    @Test
    void aLegalHoldKeepsEverythingAndAnInterruptedRunIsContinued() throws SQLException {
        try (var other = database.dataSource().getConnection();
                var statement = other.createStatement()) {
            statement.execute(LOCK);
            try (var _ = later()) {
                await().atMost(PATIENCE)
                        .until(() -> !acme.ana()
                                .get(retention(acme))
                                .ok()
                                .get("pruned_to")
                                .isNull());
                assertThat(unpruned(acme)).isPositive();
            }
        }
        try (var _ = later()) {
            // The shop on hold comes before it.
            awaitPruned(acme);
            assertThat(number("select count(*) from ledger.event where payload_type = 'organisation.events-pruned'"))
                    .isEqualTo(1);

            assertThat(unpruned(held)).isPositive();
            assertThat(number("select count(*) from ledger.event where entry is null and organisation_id = "
                            + held.organisation()))
                    .isZero();
            assertThat(held.ana().get(held.audit()).ok().get("count").asInt()).isPositive();
            assertThat(retain(held, Map.of("legal_hold", false)).status()).isEqualTo(400);
            retain(by(held, "case%207%20is%20closed"), Map.of("legal_hold", false))
                    .ok();
        }
        try (var _ = later()) {
            awaitPruned(held);
        }
    }

    private TestServer later() {
        var server = TestServer.later(database, AT_ONCE);
        acme = on(server, acme);
        held = on(server, held);
        return server;
    }

    private static Shop on(TestServer server, Shop shop) {
        var ana = new Api(server.address(), shop.ana().headers());
        return new Shop(ana, shop.organisation(), shop.project(), shop.environment(), shop.key());
    }

    private static Shop by(Shop shop, String note) {
        return new Shop(
                shop.ana().with(NOTE, note), shop.organisation(), shop.project(), shop.environment(), shop.key());
    }

    private static String retention(Shop shop) {
        return "organisations/" + shop.organisation() + "/retention/";
    }

    private static Api.Answer retain(Shop shop, Map<String, ?> retention) {
        return shop.ana().patch(retention(shop), retention);
    }

    private void update(Shop shop, String value) {
        shop.ana()
                .patch(shop.stateOf(basket), Map.of("enabled", true, "feature_state_value", value))
                .ok();
    }

    private static JsonNode document(Shop shop, String query) {
        return shop.ana()
                .get("environments/" + shop.key() + "/document/" + query)
                .ok();
    }

    private void awaitPruned(Shop shop) {
        await().atMost(PATIENCE)
                .until(() -> number("select count(*) from ledger.pruned where done = horizon and organisation_id = "
                                + shop.organisation())
                        == 1);
        assertThat(unpruned(shop)).isZero();
        await().atMost(PATIENCE)
                .until(() -> shop.ana().get(shop.audit()).ok().get("count").asInt() == 0);
    }

    private long unpruned(Shop shop) {
        return number("select count(*) from ledger.event where entry is not null and position <= " + end
                + " and payload_type not like 'organisation.retention%' and payload_type not like 'organisation.legal%'"
                + " and organisation_id = " + shop.organisation());
    }

    private List<@Nullable String> texts(Shop shop) {
        return jdbc.sql("""
                        select encode(coalesce(entry, residue), 'escape') from ledger.event
                        where coalesce(entry, residue) is not null and organisation_id = :organisation
                        union all select log || coalesce(change_details, '') from query.audit_entry
                        union all select summary || coalesce(difference, '') from query.audit_event
                        where organisation_id = :organisation
                        """)
                .param("organisation", shop.organisation())
                .query(String.class)
                .list();
    }

    private void assertVerified() {
        await().atMost(PATIENCE)
                .until(() -> number("select max(size) from ledger.tree_head")
                        == number("select max(position) from ledger.event"));
        try (var connection = database.dataSource().getConnection()) {
            var verified = new DatabaseVerifier(connection).verify(null, null);
            assertThat(verified.fault()).isEmpty();
            assertThat(verified.pruned()).isGreaterThan(10);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertGone(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.json().get("detail").asString())
                .isEqualTo("The organisation does not keep events from then any more.");
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
