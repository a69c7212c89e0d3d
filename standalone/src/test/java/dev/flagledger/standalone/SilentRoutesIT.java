package dev.flagledger.standalone;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.contract.Contract;
import dev.flagledger.testing.TestDns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private static final Map<String, String> SILENT = Map.ofEntries(
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
    private static Calls calls;
    private static Contract contract;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
        var shop = Shop.in(server);
        var everything = new Everything(shop);
        makeMore(everything);
        everything.word("otherUser", Integer.toString(Member.id(Member.of(server, shop.organisation()))));
        everything.word("member", Integer.toString(Member.id(Member.of(server, shop.organisation()))));
        calls = Calls.of(server, shop, everything);
        contract = Contract.of(server.api().get("openapi.json").text());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void makeMore(Everything everything) {
        everything.asked(
                "PATCH", "organisations/{organisation}/metadata-model-fields/{modelField}/", "{'is_required_for':[]}");
        TestDns.shared()
                .publish(everything.filled("acme-{organisation}.example"), everything.filled("{domain.record}"));
        everything.made("otherGroup", "organisations/{organisation}/groups/", "{'name':'devs'}");
        everything.made("otherFeature", "projects/{project}/features/", "{'name':'search'}");
        var segment = "{'name':'%s','rules':[{'type':'ALL','conditions':[],'rules':[]}]}";
        everything.made("otherSegment", "projects/{project}/segments/", segment.formatted("staff"));
        everything.made("thirdSegment", "projects/{project}/segments/", segment.formatted("testers"));
        var place = "{'feature':{otherFeature},'segment':{%s},'environment':{environment}}";
        everything.made("otherPlace", "features/feature-segments/", place.formatted("otherSegment"));
        everything.made("thirdPlace", "features/feature-segments/", place.formatted("thirdSegment"));
        everything.made("otherIdentity", "environments/{key}/identities/", "{'identifier':'user-89'}");
        everything.asked("environments/{key}/identities/", "{'identifier':'user-90'}");
        var invite = everything.asked("organisations/{organisation}/invites/", "{'email':'{email}'}");
        everything.word("invite.hash", invite.get("link").asString().replaceFirst(".*/", ""));
        everything.word("environmentType", everything.contentType("environment"));
        var draft = everything.asked("environments/{versioned}/features/{feature}/versions/", "{}");
        everything.word("draft", draft.get("uuid").asString());
        var state = "{'feature_segment':{'segment':{segment}},'enabled':true,"
                + "'feature_state_value':{'type':'unicode','string_value':'x'}}";
        everything.made(
                "draftState", "environments/{versioned}/features/{feature}/versions/{draft}/featurestates/", state);
    }

    @Test
    void everyRouteThatChangesSomethingAppendsAnEvent() throws IOException {
        var walk = new Walk(server.address());
        var silent = new TreeSet<String>();
        var refused = new TreeSet<String>();
        for (var call : changing()) {
            var good = calls.good(call);
            long before = events();
            int status = walk.status(good.method(), good.path(), good.headers(), good.body());
            if (status >= 300) {
                refused.add(route(call));
            } else if (events() == before) {
                silent.add(route(call));
            }
        }

        assertThat(refused).isEqualTo(new TreeSet<>(RefusedRoutes.ALL.keySet()));
        assertThat(silent).isEqualTo(new TreeSet<>(SILENT.keySet()));
    }

    /** In an order in which no call removes what a later one needs. */
    private static List<Calls.Call> changing() throws IOException {
        var changing = changingCalls();
        return calls.all().stream()
                .filter(call -> !call.isRead())
                .map(call -> changing.getOrDefault(
                        route(call), new Calls.Call(call.method(), call.path(), call.headers(), call.body())))
                .sorted(Comparator.comparingInt(SilentRoutesIT::harm))
                .toList();
    }

    private static int harm(Calls.Call call) {
        int depth = (int) call.path().chars().filter(letter -> letter == '/').count();
        return switch (call.method()) {
            case "POST" -> posted(call.path());
            // A field that is required has other bodies refused.
            case "PUT" -> call.path().contains("/metadata-model-fields/") ? 30 : 10;
            case "PATCH" -> call.path().contains("/metadata-model-fields/") ? 31 : 20;
            default -> call.path().contains("/auth/token") ? 1_001 : 200 - depth;
        };
    }

    private static int posted(String path) {
        if (path.contains("/auth/logout")) {
            return 1_000;
        }
        if (path.contains("/delete-") || path.endsWith("/remove-users/")) {
            return 50;
        }
        // After there is something to undo; a feature has more than its states in one environment.
        if (path.endsWith("/revert/")) {
            return path.contains("/features/") ? 61 : 60;
        }
        if (path.endsWith("-admin/")) {
            return path.contains("/make-") ? 2 : 3;
        }
        // Whoever creates a feature owns it, until removed; groups own none before they are added; versions are enabled
        // before they are disabled.
        return path.contains("/add-owners") || path.contains("/remove-group-owners") || path.contains("/disable-")
                ? 1
                : 0;
    }

    private static Map<String, Calls.Call> changingCalls() throws IOException {
        try (var table = Objects.requireNonNull(SilentRoutesIT.class.getResourceAsStream("/changing-calls.txt"))) {
            var headers = calls.all().stream()
                    .collect(Collectors.toMap(SilentRoutesIT::route, Calls.Call::headers, (one, _) -> one));
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" +", 3))
                    .map(words -> new Calls.Call(
                            words[0], calls.everything().filled(words[1]), Map.of(), words.length == 3 ? words[2] : ""))
                    .map(call -> new Calls.Call(
                            call.method(),
                            call.path(),
                            Objects.requireNonNull(headers.get(route(call)), route(call)),
                            call.body()))
                    .collect(Collectors.toMap(SilentRoutesIT::route, call -> call));
        }
    }

    private static String route(Calls.Call call) {
        return call.method() + " "
                + contract.template(call.method(), call.pathOnly()).orElse(call.path());
    }

    private static long events() {
        return JdbcClient.create(server.part(DataSource.class))
                .sql("select count(*) from ledger.event")
                .query(Long.class)
                .single();
    }
}
