package dev.flagledger.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The expected status of a route by caller: a line of the table {@code rights.txt}. */
public record Right(String method, String path, int toMember, int toStranger, String body) {

    public static Stream<Right> all() throws IOException {
        try (var table = Objects.requireNonNull(Right.class.getResourceAsStream("/rights.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Right::of).toList().stream();
        }
    }

    /** Without accounts, which nobody reads by their id. */
    static Stream<Right> readsRefusedToStrangers() throws IOException {
        return all().filter(right -> right.isRead() && right.toStranger() >= 400)
                .filter(right -> !right.path().startsWith("auth/users/"));
    }

    private static Right of(String line) {
        var words = line.split(" +", 5);
        return new Right(
                words[0],
                words[1],
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                words.length == 5 ? words[4] : "{}");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Whether it creates or deletes an object of the caller's own. */
    boolean isOnesOwn() {
        return !isRead() && toStranger < 300;
    }

    Api.Answer askedBy(Api caller, Everything about) {
        var filled = about.filled(path);
        return isRead() ? caller.get(filled) : caller.send(method, filled, about.filled(body));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
