import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keeps the flags of an environment from its webhook. Usage: SECRET=s3cret PORT=9000 STORE=flags.log java Receiver.java */
final class Receiver {

    private static final int TOLERANCE_SECONDS = 300;
    private static final int LONGEST_BODY = 1_000_000;

    /** What the latest message about a feature said: its switch and value as JSON, or null for a deleted one. */
    private record Flag(long position, long ordinal, String name, String json) {}

    private final String secret;
    private final FileChannel store;
    private final Set<String> seen = new HashSet<>();
    // A deleted feature stays with its position, so that an older message cannot bring it back.
    private final Map<Object, Flag> flags = new HashMap<>();
    // The numbers of messages from the first one that is missing on.
    private final TreeSet<Long> ahead = new TreeSet<>();
    private long missing = 1;
    private long length;

    /** Reads the store: a line for each message, its id and its body. What follows the last line end was never acknowledged. */
    private Receiver(String secret, Path file) throws IOException {
        this.secret = secret;
        store = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var stored = Files.readString(file);
        var complete = stored.substring(0, stored.lastIndexOf('\n') + 1);
        complete.lines().map(line -> line.split("\t")).forEach(line -> apply(line[0], (Map<?, ?>) Json.parse(line[1])));
        length = complete.getBytes(UTF_8).length;
    }

    public static void main(String[] arguments) throws IOException {
        var settings = System.getenv();
        if (!settings.containsKey("SECRET")) {
            throw new IllegalArgumentException("SECRET is needed");
        }
        var receiver = new Receiver(settings.get("SECRET"), Path.of(settings.getOrDefault("STORE", "flags.log")));
        int port = Integer.parseInt(settings.getOrDefault("PORT", "9000"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", receiver::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        System.out.println("Listening on port " + server.getAddress().getPort());
        // Optional: the webhook's list of messages, and the Authorization for it.
        if (settings.containsKey("FEED")) {
            var feed = new Feed(settings.get("FEED"), settings.getOrDefault("TOKEN", ""));
            int every = Integer.parseInt(settings.getOrDefault("EVERY", "10"));
            Executors.newSingleThreadScheduledExecutor()
                    .scheduleWithFixedDelay(() -> receiver.fill(feed), 0, every, TimeUnit.SECONDS);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                var json = (exchange.getRequestURI().getPath().equals("/missing") ? missing() : current()).getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, json.length);
                exchange.getResponseBody().write(json);
            } else {
                exchange.sendResponseHeaders(statusFor(exchange), -1);
            }
        }
    }

    private int statusFor(HttpExchange exchange) {
        try {
            return receive(exchange.getRequestHeaders(), exchange.getRequestBody().readNBytes(LONGEST_BODY));
        } catch (GeneralSecurityException | IOException | RuntimeException problem) {
            problem.printStackTrace();
            return 500;
        }
    }

    /** The status to answer: 2xx only once the message is stored, by this request or an earlier one. */
    private synchronized int receive(Headers headers, byte[] body) throws GeneralSecurityException, IOException {
        var id = headers.getFirst("webhook-id");
        if (id == null || !isGenuine(headers, id, body)) {
            return 401;
        }
        take(id, (Map<?, ?>) Json.parse(new String(body, UTF_8)));
        return 204;
    }

    /** Takes what is missing from the feed. It has every message in its order, but for those that the server has deleted. */
    private void fill(Feed feed) {
        try {
            for (var page = feed.after(next() - 1); !page.isEmpty(); page = feed.after(next() - 1)) {
                for (var message : page) {
                    take((Map<?, ?>) message);
                }
            }
        } catch (InterruptedException | IOException | RuntimeException problem) {
            System.err.println("The feed failed: " + problem.getMessage());
        }
    }

    private synchronized long next() {
        return missing;
    }

    private synchronized void take(Map<?, ?> message) throws IOException {
        long sequence = Long.parseLong(message.get("sequence").toString());
        while (missing < sequence) {
            ahead.remove(missing++);
        }
        take((String) message.get("id"), (Map<?, ?>) message.get("body"));
    }

    /** Stores a message and applies it, unless that was done before. */
    private void take(String id, Map<?, ?> message) throws IOException {
        if (seen.contains(id)) {
            count(message);
            return;
        }
        keep(id, Json.text(message));
        apply(id, message);
    }

    private boolean isGenuine(Headers headers, String id, byte[] body) throws GeneralSecurityException {
        var timestamp = headers.getFirst("webhook-timestamp");
        var signatures = headers.getFirst("webhook-signature");
        if (timestamp == null || signatures == null || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        var key = secret.startsWith("whsec_") ? Base64.getDecoder().decode(secret.substring(6)) : secret.getBytes(UTF_8);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
        var expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        return Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= TOLERANCE_SECONDS
                && Arrays.stream(signatures.split(" "))
                        .anyMatch(each -> MessageDigest.isEqual(expected.getBytes(UTF_8), each.getBytes(UTF_8)));
    }

    /** Appends a line, in place of what a failed attempt may have left. */
    private void keep(String id, String body) throws IOException {
        var line = ByteBuffer.wrap((id + "\t" + body + "\n").getBytes(UTF_8));
        store.truncate(length).position(length);
        while (line.hasRemaining()) {
            store.write(line);
        }
        store.force(true);
        length += line.limit();
    }

    private void apply(String id, Map<?, ?> message) {
        seen.add(id);
        count(message);
        var data = (Map<?, ?>) message.get("data");
        boolean deleted = "FLAG_DELETED".equals(message.get("event_type"));
        // Other events, and overrides, do not change what the flag is for everybody.
        if (!(data.get(deleted ? "previous_state" : "new_state") instanceof Map<?, ?> state)
                || state.get("feature_segment") != null
                || state.get("identity") != null) {
            return;
        }
        var feature = (Map<?, ?>) state.get("feature");
        var part = id.split("-");
        var json = deleted
                ? null
                : "{\"enabled\":" + state.get("enabled") + ",\"value\":" + Json.text(state.get("feature_state_value")) + "}";
        var flag = new Flag(Long.parseLong(part[1]), Long.parseLong(part[2]), (String) feature.get("name"), json);
        flags.merge(feature.get("id"), flag, (known, next) -> isBefore(known, next) ? next : known);
    }

    private void count(Map<?, ?> message) {
        long sequence = Long.parseLong(message.get("sequence").toString());
        if (sequence >= missing) {
            ahead.add(sequence);
        }
        while (ahead.remove(missing)) {
            missing++;
        }
    }

    /** The numbers of messages that are late, or lost: the feed has them. */
    private synchronized String missing() {
        return LongStream.range(missing, ahead.isEmpty() ? missing : ahead.last())
                .filter(sequence -> !ahead.contains(sequence))
                .mapToObj(Long::toString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static boolean isBefore(Flag known, Flag next) {
        return known.position < next.position || (known.position == next.position && known.ordinal < next.ordinal);
    }

    private synchronized String current() {
        return flags.values().stream()
                .filter(flag -> flag.json != null)
                .map(flag -> Json.text(flag.name) + ":" + flag.json)
                .collect(Collectors.joining(",", "{", "}"));
    }
}

/** The messages of a webhook as the server lists them. */
final class Feed {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    Feed(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** The next messages after a number; none if there are no more. */
    List<?> after(long sequence) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "?after=" + sequence)).header("Authorization", token);
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return (List<?>) ((Map<?, ?>) Json.parse(response.body())).get("results");
    }
}

/** Enough of JSON for the messages, since the JDK has none: maps, lists, strings, booleans, nulls, and numbers as they were written. */
final class Json {

    private record Literal(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    /** What was parsed, or a part of it, as JSON on one line. */
    static String text(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
            case String string -> quoted(string);
            case null, default -> String.valueOf(value);
        };
    }

    private static String quoted(String string) {
        return string.chars()
                .mapToObj(c -> c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> literal();
        };
    }

    private Map<String, Object> object() {
        var object = new HashMap<String, Object>();
        for (at++; next() != '}'; skip(',')) {
            next();
            var name = string();
            next();
            at++;
            object.put(name, value());
        }
        at++;
        return object;
    }

    private List<Object> array() {
        var array = new ArrayList<>();
        for (at++; next() != ']'; skip(',')) {
            array.add(value());
        }
        at++;
        return array;
    }

    private String string() {
        var string = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            string.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(++at);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text, at - 3, at + 1, 16);
        }
        int control = "bfnrt".indexOf(c);
        return control < 0 ? c : "\b\f\n\r\t".charAt(control);
    }

    private Object literal() {
        int start = at;
        while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var word = text.substring(start, at);
        return switch (word) {
            case "null" -> null;
            case "true", "false" -> Boolean.valueOf(word);
            default -> new Literal(word);
        };
    }

    /** The next character that is not a space. */
    private char next() {
        while (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.charAt(at);
    }

    private void skip(char separator) {
        if (next() == separator) {
            at++;
        }
    }
}
