package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser that keeps the cookies of one server, whatever their path, and stops at each redirect. */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> cookies = new TreeMap<>();

    /** Visits an address, and returns the one to which the answer leads. */
    URI visit(URI address) {
        var answer = open(address);
        assertThat(answer.statusCode()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** A caller as a page in this browser is: with its cookies. */
    Api in(Api caller) {
        return caller.with("Cookie", cookies());
    }

    /** The value of the {@code Cookie} header; empty without cookies. */
    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<Void> open(URI address) {
        var request = HttpRequest.newBuilder(address);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        var answer = sent(request.build());
        answer.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(this::keep);
        return answer;
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static HttpResponse<Void> sent(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
