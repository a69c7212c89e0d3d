package dev.flagledger.standalone;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A documented {@code curl} command, sent without the program. */
record Curl(List<String> words) {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");

    /** The requests in these lines; a backslash continues a line. */
    static List<Curl> in(List<String> lines) {
        return String.join("\n", lines)
                .replace("\\\n", " ")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl "))
                .map(line -> new Curl(words(line)))
                .toList();
    }

    /** The words of a command, without the quotes around them. */
    static List<String> words(String command) {
        return WORD.matcher(command).results().map(Curl::word).toList();
    }

    Api.Answer send() {
        var address = URI.create(words.getLast());
        var api = Api.of(address);
        var method = "GET";
        var body = "";
        for (int option = 1; option < words.size() - 1; option += 2) {
            var argument = words.get(option + 1);
            switch (words.get(option)) {
                case "-X" -> method = argument;
                case "-d" -> body = argument;
                case "-H" -> api = api.with(argument.split(": ", 2)[0], argument.split(": ", 2)[1]);
                default -> throw new IllegalArgumentException(words.get(option));
            }
        }
        var path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        return method.equals("GET") ? api.get(path) : api.send(method, path, body);
    }

    private static String word(MatchResult word) {
        return Stream.of(1, 2, 3)
                .map(word::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
