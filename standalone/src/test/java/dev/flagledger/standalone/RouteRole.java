package dev.flagledger.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whom a route is for that requires no permission that can be granted: a line of the table {@code roles.txt}. */
record RouteRole(String route, Who who) {

    /** Who is let in. */
    enum Who {
        ADMIN,
        MEMBER,
        SUPERUSER,
        USER
    }

    static Stream<RouteRole> all() throws IOException {
        try (var table = Objects.requireNonNull(RouteRole.class.getResourceAsStream("/roles.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> List.of(line.split(" +")))
                            .map(words -> new RouteRole(words.get(1) + " " + words.get(2), Who.valueOf(words.get(0))))
                            .toList()
                            .stream();
        }
    }

    /** Returns the rights of routes that no permission opens, though they are not for everybody. */
    static Stream<Right> closed() throws IOException {
        var closed = all().filter(role -> role.who() == Who.ADMIN || role.who() == Who.SUPERUSER)
                .map(RouteRole::route)
                .toList();
        return Right.all().filter(right -> closed.contains(right.toString()));
    }
}
