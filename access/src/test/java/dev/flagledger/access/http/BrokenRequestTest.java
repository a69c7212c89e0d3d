package dev.flagledger.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no HTTP client would send. */
class BrokenRequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nonsense                            | 400
            GET /api/v1/traits/rows/%zz HTTP/1.1  | 400
            GET /api/v1/traits/%00/ HTTP/1.1      | 400
            GET /api/v1/traits/%ff/ HTTP/1.1      | 400
            GET /api/v1/traits/query?x=%00 HTTP/1.1 | 400
            GET /api/v1/traits/a%2fb/ HTTP/1.1    | 400
            GET /api/v1/traits/../../x;y HTTP/1.1 | 400
            GET /api/v1/traits/rows{ HTTP/1.1     | 400
            GET /api/v1/%LONG% HTTP/1.1           | 414
            GET / HTTP/9.9                        | 505
            TRACE /api/v1/traits/rows/ HTTP/1.1   | 405
            BREW /api/v1/traits/rows/ HTTP/1.1    | 400
            """)
    void malformedRequestsAreRejectedWithoutServerDetails(String line, int status) throws IOException {
        var answer = exchange(line.replace("%LONG%", "x".repeat(20_000)));

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("\tat ", "<html", "xception");
    }

    private static String exchange(String line) throws IOException {
        try (var socket = new Socket("localhost", GuardedServer.port())) {
            var request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
