package dev.flagledger.standalone;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calls every route of the OpenAPI document that can change something, with a call that does: each appends an event to the
 * configuration log, but for those listed here with the reason.
 */
class SilentRoutesIT {

    private static final String REPORT = "what applications report of identities is in the log of identities";
    private static final String EVALUATION = "evaluates a flag, and changes nothing";
    private static final String COUNT = "counts the uses of flags, which are no decisions";

    private static final String PLACE = "none of its fields can change, as in Flagsmith";

    /** Routes that succeed without an event. */
    static final Map<String, String> SILENT = Map.ofEntries(
            entry("POST /api/v1/identities/", REPORT),
            entry("POST /api/v1/identities/{identifier}/traits/{trait_key}", REPORT),
            entry("POST /api/v1/traits/", REPORT),
            entry("PUT /api/v1/traits/bulk/", REPORT),
            entry("POST /api/v1/traits/increment-value/", REPORT),
            entry("POST /ofrep/v1/evaluate/flags", EVALUATION),
            entry("POST /ofrep/v1/evaluate/flags/{flag_key}", EVALUATION),
            entry("POST /api/v1/analytics/flags/", COUNT),
            entry("POST /api/v2/analytics/flags/", COUNT),
            entry("PUT /api/v1/features/feature-segments/{id}/", PLACE),
            entry("PATCH /api/v1/features/feature-segments/{id}/", PLACE),
            entry(
                    "POST /o/register/",
                    "anybody may register a client, which gives it no access; a user's consent is an event"),
            entry("POST /api/v1/users/join/link/{hash}/", "whoever calls it here is a member already"),
            entry("POST /api/v1/organisations/{id}/oidc-providers/{provider_id}/test/", "a trial changes nothing"),
            entry("POST /api/v1/organisations/{id}/update-subscription/", "there is nothing to buy"),
            entry("POST /api/v1/auth/app/activate/", "a secret that counts for nothing before it is confirmed"),
            entry("POST /api/v1/auth/users/reset_password/", "no mails are sent here"),
            entry("POST /api/v1/onboarding/request/send/", "nothing is sent, or kept"));

    private static TestServer server;
    private static ChangingCalls calls;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
        calls = ChangingCalls.of(server, Shop.in(server));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteThatChangesSomethingAppendsAnEvent() throws IOException {
        var walk = new Walk(server.address());
        var silent = new TreeSet<String>();
        var refused = new TreeSet<String>();
        for (var call : calls.inOrder()) {
            var good = calls.calls().good(call);
            long before = events();
            int status = walk.status(good.method(), good.path(), good.headers(), good.body());
            if (status >= 300) {
                refused.add(calls.route(call));
            } else if (events() == before) {
                silent.add(calls.route(call));
            }
        }

        assertThat(refused).isEqualTo(new TreeSet<>(RefusedRoutes.ALL.keySet()));
        assertThat(silent).isEqualTo(new TreeSet<>(SILENT.keySet()));
    }

    private static long events() {
        return JdbcClient.create(server.part(DataSource.class))
                .sql("select count(*) from ledger.event")
                .query(Long.class)
                .single();
    }
}
