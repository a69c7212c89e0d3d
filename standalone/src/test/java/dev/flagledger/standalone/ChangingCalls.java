package dev.flagledger.standalone;

import dev.flagledger.standalone.contract.Contract;
import dev.flagledger.testing.TestDns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A call of every route of the OpenAPI document that can change something, which does. */
record ChangingCalls(Calls calls, Contract contract) {

    /** The calls about everything that a new shop can have. */
    static ChangingCalls of(TestServer server, Shop shop) throws IOException {
        var everything = new Everything(shop);
        makeMore(everything);
        everything.word("otherUser", Integer.toString(Member.id(Member.of(server, shop.organisation()))));
        everything.word("member", Integer.toString(Member.id(Member.of(server, shop.organisation()))));
        var contract = Contract.of(server.api().get("openapi.json").text());
        return new ChangingCalls(Calls.of(server, shop, everything), contract);
    }

    /** In an order in which no call removes what a later one needs. */
    List<Calls.Call> inOrder() throws IOException {
        var changing = ofTable();
        return calls.all().stream()
                .filter(call -> !call.isRead())
                .map(call -> changing.getOrDefault(
                        route(call), new Calls.Call(call.method(), call.path(), call.headers(), call.body())))
                .sorted(Comparator.comparingInt(ChangingCalls::harm))
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

    private Map<String, Calls.Call> ofTable() throws IOException {
        try (var table = Objects.requireNonNull(ChangingCalls.class.getResourceAsStream("/changing-calls.txt"))) {
            var headers =
                    calls.all().stream().collect(Collectors.toMap(this::route, Calls.Call::headers, (one, _) -> one));
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
                    .collect(Collectors.toMap(this::route, call -> call));
        }
    }

    /** The method and the path as the OpenAPI document has it. */
    String route(Calls.Call call) {
        return call.method() + " "
                + contract.template(call.method(), call.pathOnly()).orElse(call.path());
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
}
