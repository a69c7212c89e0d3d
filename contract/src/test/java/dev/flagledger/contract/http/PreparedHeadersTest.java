package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the prepared headers with those that are set one by one, on a real server. */
class PreparedHeadersTest {

    private final PreparedHeaders prepared = new PreparedHeaders(ContractHeaders.VARY, "GET, HEAD");
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                if (Request.getPathInContext(request).equals("/prepared")) {
                    prepared.addTo(request, response);
                } else {
                    ContractHeaders.on(request, response);
                    response.getHeaders().add("Allow", "GET, HEAD");
                }
                response.write(true, null, callback);
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1, ''", "HTTP/1.1, 'Origin: https://app.test\r\n'", "HTTP/1.0, ''"})
    void theLinesAreTheSameAsThoseOfSingleHeaders(String version, String header) throws IOException {
        var expected = withoutTimes(headers("/single", version, header));

        assertThat(withoutTimes(headers("/prepared", version, header)))
                .hasSizeGreaterThan(10)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1", "HTTP/1.0"})
    void theyExpireAtTheDateOfTheResponse(String version) throws Exception {
        var first = headers("/prepared", version, "");
        Thread.sleep(1_100);
        var later = headers("/prepared", version, "");

        for (var response : List.of(first, later)) {
            var fields = HttpFields.build();
            response.stream().skip(1).forEach(line -> fields.add(line.split(": ", 2)[0], line.split(": ", 2)[1]));
            assertThat(fields.get("Expires")).isEqualTo(fields.get("Date"));
        }
        assertThat(later).isNotEqualTo(first);
    }

    private static List<String> withoutTimes(List<String> headers) {
        return headers.stream()
                .map(line -> line.replaceFirst("^(Date|Expires): .*", "$1"))
                .toList();
    }

    /** Returns the status line and the headers of a response. */
    private List<String> headers(String path, String version, String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            var request = "GET " + path + " " + version + "\r\nHost: fl\r\nConnection: close\r\n" + header + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .takeWhile(line -> !line.isEmpty())
                    .toList();
        }
    }
}
