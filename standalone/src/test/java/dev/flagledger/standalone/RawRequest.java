package dev.flagledger.standalone;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Raw requests, and whole responses without their times, one character for each byte. */
final class RawRequest {

    private static final String END_OF_HEAD = "\r\n\r\n";

    private RawRequest() {}

    /** Returns a request after whose response the connection ends. */
    static String of(String method, String path, List<String> headers, String body) {
        var lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Host: fl", "Connection: close"));
        lines.addAll(headers);
        return String.join("\r\n", lines) + END_OF_HEAD + body;
    }

    /** Returns a POST with an ASCII body. */
    static String post(String path, String body, List<String> headers) {
        var all = new ArrayList<>(headers);
        all.add("Content-Length: " + body.length());
        return of("POST", path, all, body);
    }

    /** Returns a POST with a chunked body. */
    static String chunked(String path, String body, List<String> headers) {
        var all = new ArrayList<>(headers);
        all.add("Transfer-Encoding: chunked");
        return of("POST", path, all, Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0" + END_OF_HEAD);
    }

    static String response(TestServer server, String request) throws IOException {
        return response(server, List.of(request));
    }

    /** Returns the response if the body arrives in pieces, and other requests are handled before each. */
    static String responseInPieces(TestServer server, String request) throws IOException {
        int body = request.indexOf(END_OF_HEAD) + END_OF_HEAD.length();
        int middle = (body + request.length()) / 2;
        return response(
                server,
                List.of(request.substring(0, body), request.substring(body, middle), request.substring(middle)));
    }

    private static String response(TestServer server, List<String> pieces) throws IOException {
        var address = server.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            for (var piece : pieces) {
                if (!piece.equals(pieces.getFirst())) {
                    server.api().get("version/");
                }
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
            }
            return withoutTimes(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    static String withoutTimes(String response) {
        return response.replaceAll("(?m)^(Date|Expires): .*$", "$1");
    }
}
