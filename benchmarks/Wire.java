import java.nio.charset.StandardCharsets;

/** Requests as the bytes that go over the wire, so that sending one costs as little as it can. */
final class Wire {

    static final String FLAGS = "/api/v1/flags/";
    static final String IDENTITIES = "/api/v1/identities/";
    static final String DOCUMENT = "/api/v1/environment-document/";

    private Wire() {}

    /** A GET with these lines of its head, each a name, a colon and a value. */
    static byte[] get(String path, String... lines) {
        return bytes(head("GET", path, lines) + "\r\n");
    }

    /** A POST of JSON in ASCII. */
    static byte[] post(String path, String json, String... lines) {
        return sent("POST", path, json, lines);
    }

    /** A PATCH of JSON in ASCII. */
    static byte[] patch(String path, String json, String... lines) {
        return sent("PATCH", path, json, lines);
    }

    private static byte[] sent(String method, String path, String json, String... lines) {
        return bytes(head(method, path, lines)
                + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
    }

    /** The line that shows the key of an environment. */
    static String key(String key) {
        return "X-Environment-Key: " + key;
    }

    private static String head(String method, String path, String... lines) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + (lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
