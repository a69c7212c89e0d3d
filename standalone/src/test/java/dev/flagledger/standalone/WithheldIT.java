package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An event that cannot be read withholds its project, and no other. */
class WithheldIT {

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private TestServer server = TestServer.on(database);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void onlyAProjectWithAnUnreadableEventIsWithheld() {
        var one = Shop.in(server);
        var other = Shop.in(server);
        int feature = one.feature(Map.of("name", "one"));
        var state = one.stateOf(feature);

        logWhatNobodyKnows(one.project());
        await().until(() -> one.application().get("flags/").status() == 503);

        assertThat(one.application().get("flags/").text()).contains("withheld");
        assertThat(one.application().get("identities/?identifier=ada").status()).isEqualTo(503);
        assertThat(one.ana().get("projects/" + one.project() + "/").status()).isEqualTo(503);
        assertThat(one.ana().get(one.features()).status()).isEqualTo(503);
        assertThat(one.ana().patch(state, Map.of("enabled", true)).status()).isEqualTo(503);
        assertThat(one.ana().post(one.features(), Map.of("name", "two")).status())
                .isEqualTo(503);
        assertThat(one.ana().get("organisations/" + one.organisation() + "/").status())
                .isEqualTo(200);
        goesOn(other);
        var degraded = Api.of(server.address()).get("/health").ok().get("degraded");
        assertThat(degraded.get(0).asString()).isEqualTo("project " + one.project());

        server.close();
        server = TestServer.on(database);
        assertThat(Api.of(server.address())
                        .with("X-Environment-Key", one.key())
                        .get("flags/")
                        .status())
                .isEqualTo(503);
    }

    @Test
    void onlyStreamsOfAWithheldProjectEnd() throws IOException {
        var one = Shop.in(server);
        var other = Shop.in(server);
        other.ana()
                .patch("projects/" + other.project() + "/", Map.of("enable_realtime_updates", true))
                .ok();
        try (var ending = new EventStream(server, one.key());
                var open = new EventStream(server, other.key())) {
            ending.skipTo(": connected");
            open.skipTo(": connected");

            logWhatNobodyKnows(one.project());
            assertThat(ending.ends()).isTrue();
            try (var again = new EventStream(server, one.key())) {
                // Clients reconnect after this, but not after a refusal.
                assertThat(again.line()).startsWith("HTTP/1.1 200");
            }
            goesOn(other);
            assertThat(open.skipTo("event:")).isEqualTo("event: environment_updated");
        }
    }

    private static void goesOn(Shop shop) {
        int feature = shop.feature(Map.of("name", "new"));
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();
        assertThat(shop.application().get("flags/").ok().get(0).get("enabled").asBoolean())
                .isTrue();
        assertThat(shop.ana().get(shop.audit()).ok().get("results").size()).isGreaterThan(2);
    }

    private void logWhatNobodyKnows(int project) {
        JdbcClient.create(database.dataSource())
                .sql("""
                        insert into ledger.event (position, event_id, aggregate_id, sequence_number, recorded_at,
                            payload_type, payload_revision, project_id, object, actor_kind, entry, leaf)
                        select coalesce(max(event.position), 0) + 1, gen_random_uuid(), 'later', 0, now(), 'flag.beamed-up', 1,
                            :project, 'feature:1', 'SYSTEM',
                            convert_to('{"actor":{"id":null,"kind":"SYSTEM","name":""},"address":null,'
                            || '"agent":null,"at":"2031-01-01T00:00:00.000000Z","event":{},"id":"later","note":null,"request":null,'
                            || '"revision":1,"sequence":0,"stream":"later","type":"flag.beamed-up"}', 'UTF8'), ''
                        from ledger.event
                        """)
                .param("project", project)
                .update();
    }
}
