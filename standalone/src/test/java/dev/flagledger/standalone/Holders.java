package dev.flagledger.standalone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members who hold exactly some permissions on everything in a shop. Those of one set are the same, so that there are few. */
final class Holders {

    private final TestServer server;
    private final Shop shop;
    private final Everything everything;
    private final Map<Set<String>, Api> known = new HashMap<>();

    Holders(TestServer server, Shop shop, Everything everything) {
        this.server = server;
        this.shop = shop;
        this.everything = everything;
    }

    /** Returns who holds these; {@code PROJECT_ADMIN} and {@code ENVIRONMENT_ADMIN} stand for the admins of that level. */
    Api of(Set<String> permissions) {
        return known.computeIfAbsent(Set.copyOf(permissions), this::join);
    }

    /** Returns all permissions that can be granted. */
    Set<String> keys() {
        return Stream.of("organisations", "projects", "environments")
                .flatMap(this::keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Api join(Set<String> permissions) {
        var member = Member.of(server, shop.organisation());
        int user = Member.id(member);
        grant("organisations", "organisations/{organisation}", user, permissions, false);
        grant("projects", "projects/{project}", user, permissions, permissions.contains("PROJECT_ADMIN"));
        for (var environment : List.of("environments/{key}", "environments/{versioned.key}")) {
            grant("environments", environment, user, permissions, permissions.contains("ENVIRONMENT_ADMIN"));
        }
        return member;
    }

    private void grant(String level, String on, int user, Set<String> permissions, boolean admin) {
        var held = keys(level).filter(permissions::contains).toList();
        shop.ana()
                .post(
                        everything.filled(on) + "/user-permissions/",
                        Map.of("user", user, "permissions", held, "admin", admin))
                .ok();
    }

    private Stream<String> keys(String level) {
        return shop.ana()
                .get(level + "/permissions/")
                .ok()
                .valueStream()
                .map(right -> right.get("key").asString());
    }
}
