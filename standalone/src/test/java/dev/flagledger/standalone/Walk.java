package dev.flagledger.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sends raw and invalid requests, and reads the response as it is. */
record Walk(URI server) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The status of the response to a well-formed request. An endless stream is closed at once. */
    int status(String method, String path, Map<String, String> headers, String body) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream text = answer.body()) {
                if (!path.startsWith("/sse/")) {
                    text.readAllBytes();
                }
            }
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The whole response to a request whose path may be invalid; headers and body are ASCII. */
    String answer(String method, String address, Map<String, String> headers, String body) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            var head =
                    new StringBuilder(method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Content-Length: ")
                    .append(body.length())
                    .append("\r\n\r\n")
                    .append(body);
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
