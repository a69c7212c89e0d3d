package dev.flagledger.conformance.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts, which keeps cookies by host and port and follows no redirects by itself. */
public final class Browser implements AutoCloseable {

    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern FIELD =
            Pattern.compile("<input[^>]* name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    /** A page, or a redirect. */
    public record Page(URI uri, int status, Map<String, String> headers, String body) {

        /** Where a redirect leads. */
        public URI location() {
            assertThat(status).as(body).isEqualTo(302);
            return uri.resolve(headers.get("location"));
        }

        /** Where the page's form is sent. */
        public URI action() {
            var matcher = ACTION.matcher(body);
            assertThat(matcher.find()).as("a form in " + body).isTrue();
            return uri.resolve(unescaped(matcher.group(1)));
        }

        /** The fields of the page's form that have values. */
        public Map<String, String> fields() {
            return FIELD.matcher(body)
                    .results()
                    .collect(Collectors.toMap(
                            field -> field.group(1), field -> unescaped(field.group(2)), (first, _) -> first));
        }

        private static String unescaped(String text) {
            return text.replace("&amp;", "&").replace("&#x3d;", "=").replace("&#43;", "+");
        }
    }

    /** Opens an address. */
    public Page open(URI uri) {
        return send(HttpRequest.newBuilder(uri).GET(), uri);
    }

    /** Sends a form. */
    public Page submit(URI uri, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(request, uri);
    }

    /** Opens an address that leads to Keycloak's login page, logs in there, and returns what Keycloak answers. */
    public Page logIn(URI uri, String name) {
        var page = open(uri);
        while (page.status() == 302) {
            page = open(page.location());
        }
        return submit(page.action(), Map.of("username", name, "password", name + "-password"));
    }

    /** The header with the cookies for an address; empty without any. */
    public String cookies(URI uri) {
        return cookies.getOrDefault(uri.getAuthority(), Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Page send(HttpRequest.Builder request, URI uri) {
        var kept = cookies.computeIfAbsent(uri.getAuthority(), _ -> new TreeMap<>());
        if (!kept.isEmpty()) {
            request.header("Cookie", cookies(uri));
        }
        var answer = sent(request.build());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(kept, cookie));
        var headers = answer.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().getFirst()));
        return new Page(uri, answer.statusCode(), headers, answer.body());
    }

    private static void keep(Map<String, String> kept, String cookie) {
        var parts = cookie.split(";", -1);
        var pair = parts[0].split("=", 2);
        if (cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            kept.remove(pair[0]);
        } else {
            kept.put(pair[0], pair[1]);
        }
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
