package dev.flagledger.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A call of every route of the server, in an order in which no call removes what a later one needs. */
record Calls(Everything everything, List<Call> all) {

    /** A body with the properties that most routes require; they ignore the others. */
    private static final String BODY = """
        {"name":"{any}","organisation":{organisation},"project":{project},"environment":{environment},"feature":{feature},
        "segment":{segment},"identifier":"{any}","url":"http://127.0.0.1:9/","label":"{any}","enabled":true,
        "feature_state_value":"{any}","string_value":"{any}","trait_key":"{any}","trait_value":"{any}","type":"unicode",
        "first_name":"Bo","last_name":"Rey","default_percentage_allocation":0,"rules":[],"field":{field},
        "content_type":{contentType},"user_ids":[{user}],"tag_ids":[],"environment_id":{environment}}
        """;

    private static final String BAD_QUERY =
            "page=x&page_size=-1&environment=x&project=x&feature=x&identity=x&search=%00x&sort_field=x&period=x&segment=x";

    /** A request. */
    record Call(String method, String path, Map<String, String> headers, String body) {

        boolean isRead() {
            return method.equals("GET");
        }

        String pathOnly() {
            return path.replaceFirst("\\?.*", "");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Calls on(TestServer server) throws IOException {
        var shop = Shop.in(server);
        return of(server, shop, new Everything(shop));
    }

    static Calls of(TestServer server, Shop shop, Everything everything) throws IOException {
        var keys = Map.of("X-Environment-Key", shop.key(), "X-API-Key", shop.key(), "Content-Type", "application/json");
        var admin = with(keys, shop.ana().headers());
        var other = with(keys, server.api().newUser().headers());
        var kept = Right.all()
                .map(right -> new Call(
                        right.method(),
                        absolute(everything.filled(right.path())),
                        isOwn(right.path()) ? other : admin,
                        right.isRead() ? "" : right.body().equals("{}") ? BODY : right.body()));
        var all = Stream.concat(kept, open(everything, keys)).toList().reversed().stream()
                .sorted(Comparator.comparingInt(Calls::harm))
                .toList();
        return new Calls(everything, all);
    }

    /** Whether the route is about the caller's own account and login, which the admin needs for the other calls. */
    private static boolean isOwn(String path) {
        return path.contains("auth/") && !path.contains("auth/saml/");
    }

    /** The sort key: deletions come last, those of the deepest paths first; calls that end sessions come after them. */
    private static int harm(Call call) {
        var depth = (int) call.path().chars().filter(letter -> letter == '/').count();
        if (isOwn(call.path())) {
            return 1_000;
        }
        return call.method().equals("DELETE") ? 100 - depth : 0;
    }

    private static Stream<Call> open(Everything everything, Map<String, String> keys) throws IOException {
        try (var table = Objects.requireNonNull(Calls.class.getResourceAsStream("/open-routes.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split(" +", 3))
                            .map(words -> new Call(
                                    words[0], everything.filled(words[1]), keys, words.length == 3 ? words[2] : ""))
                            .toList()
                            .stream();
        }
    }

    List<Call> reads() {
        return all.stream()
                .filter(Call::isRead)
                .filter(call -> !call.path().startsWith("/sse/"))
                .toList();
    }

    /** The call, or an invalid variant of it. */
    Call variant(Call call, int time) {
        return switch (time % 5) {
            case 0 -> time > 0 && call.body().contains("password") ? broken(call) : good(call);
            case 1 -> broken(call);
            case 2 ->
                new Call(
                        call.method(),
                        nowhere(call.path()),
                        call.headers(),
                        good(call).body());
            case 3 ->
                new Call(call.method(), call.pathOnly() + "?" + BAD_QUERY, call.headers(), call.isRead() ? "" : "[1]");
            default ->
                new Call(
                        call.method(),
                        call.path(),
                        Map.of("Authorization", "Token no-such", "X-Environment-Key", "none"),
                        "");
        };
    }

    /** The call with a body that is valid each time. */
    Call good(Call call) {
        var any = UUID.randomUUID().toString().substring(0, 13);
        var body = everything.filled(call.body().replace("{any}", any));
        return new Call(call.method(), call.path(), call.headers(), body);
    }

    private static Call broken(Call call) {
        return new Call(call.method(), call.path(), call.headers(), call.isRead() ? "" : "{\"name\":");
    }

    /** The same call for an object that does not exist, in a parent that does. */
    private static String nowhere(String path) {
        return path.replaceFirst("(.*/)([0-9]+)(?=/|$)", "$1" + "999999");
    }

    private static String absolute(String path) {
        return path.startsWith("/") ? path : "/api/v1/" + path;
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        return Stream.of(some, more)
                .flatMap(headers -> headers.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
