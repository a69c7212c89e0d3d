package dev.flagledger.standalone;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calls every route of the OpenAPI document that can change something, with a call that does: each appends an event to the
 * configuration log, with a row in the audit log that names the request, but for those listed here with the reason.
 */
class SilentRoutesIT {

    private static final String REPORT = "what applications report of identities is in the log of identities";
    private static final String EVALUATION = "evaluates a flag, and changes nothing";
    private static final String COUNT = "counts the uses of flags, which are no decisions";

    private static final String TRIAL = "a trial changes nothing";
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
            entry("POST /api/v1/organisations/{id}/oidc-providers/{provider_id}/test/", TRIAL),
            entry("POST /api/v1/auth/saml/configuration/{configuration_name}/test/", TRIAL),
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
        var routes = new HashMap<String, String>();
        var refused = new TreeSet<String>();
        int number = 0;
        for (var call : calls.inOrder()) {
            var good = calls.calls().good(call);
            var request = "walk-" + number++;
            var headers = new HashMap<>(good.headers());
            headers.put("X-Request-Id", request);
            if (walk.status(good.method(), good.path(), headers, good.body()) >= 300) {
                refused.add(calls.route(call));
            } else {
                routes.put(request, calls.route(call));
            }
        }

        assertThat(refused).isEqualTo(new TreeSet<>(RefusedRoutes.ALL.keySet()));
        assertThat(silent(routes)).isEqualTo(new TreeSet<>(SILENT.keySet()));
        assertThat(query("select event.position from ledger.event"))
                .as("each event has its row")
                .isEqualTo(query("select audit_event.position from query.audit_event"));
    }

    /** The routes whose request has no row in the audit log, once it has all events. */
    private static Set<String> silent(Map<String, String> routes) {
        await().until(() -> query("select max(audit_event.position) from query.audit_event")
                .equals(query("select max(event.position) from ledger.event")));
        var silent = new TreeSet<String>();
        var told = query("select audit_event.request_id from query.audit_event");
        routes.forEach((request, route) -> {
            if (!told.contains(request)) {
                silent.add(route);
            }
        });
        return silent;
    }

    private static Set<@Nullable Object> query(String sql) {
        return new HashSet<>(JdbcClient.create(server.part(DataSource.class))
                .sql(sql)
                .query()
                .singleColumn());
    }
}
