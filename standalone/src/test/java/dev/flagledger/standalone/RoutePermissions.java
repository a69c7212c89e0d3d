package dev.flagledger.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The permissions that a route requires: a line of the table {@code permissions.txt}.
 *
 * @param permissions the permissions, each with the others that are enough instead
 */
record RoutePermissions(Right right, List<List<String>> permissions) {

    private static final Set<String> ADMINS = Set.of("PROJECT_ADMIN", "ENVIRONMENT_ADMIN");

    static Stream<RoutePermissions> all() throws IOException {
        var rights = Right.all().toList();
        try (var table = Objects.requireNonNull(RoutePermissions.class.getResourceAsStream("/permissions.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(line -> of(line, rights)).toList().stream();
        }
    }

    /** Reads show that their permissions are enough, and change nothing. */
    static Stream<RoutePermissions> reads() throws IOException {
        return all().filter(route -> route.right().isRead());
    }

    private static RoutePermissions of(String line, List<Right> rights) {
        var words = List.of(line.split(" +"));
        var route = words.get(0) + " " + words.get(1);
        Optional<Right> right =
                rights.stream().filter(known -> known.toString().equals(route)).findAny();
        return new RoutePermissions(
                right.orElseThrow(() -> new AssertionError("not in rights.txt: " + route)),
                words.stream().skip(2).map(word -> List.of(word.split("\\|"))).toList());
    }

    boolean requiresAdmin() {
        return permissions.stream().flatMap(List::stream).anyMatch(ADMINS::contains);
    }

    /** Returns the sets of permissions each of which is just enough. */
    List<Set<String>> enough() {
        var sets = List.<Set<String>>of(Set.of());
        for (var alternatives : permissions) {
            sets = sets.stream()
                    .flatMap(set -> alternatives.stream()
                            .<Set<String>>map(one -> Stream.concat(set.stream(), Stream.of(one))
                                    .collect(Collectors.toUnmodifiableSet())))
                    .toList();
        }
        return sets;
    }

    @Override
    public String toString() {
        return right + " " + permissions;
    }
}
