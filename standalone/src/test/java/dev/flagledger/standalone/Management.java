package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The management port of a server that has one. */
record Management(URI address) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A server with a management port, shared by tests; it ends with the JVM. */
    static TestServer server() {
        return Shared.SERVER;
    }

    static Management ofServer() {
        return of(server());
    }

    /** The management port of a server. */
    static Management of(TestServer server) {
        var port = server.part(Environment.class).getRequiredProperty("local.management.port");
        return new Management(URI.create("http://127.0.0.1:" + port));
    }

    /** The metrics as of now. */
    Scrape scrape() {
        var answer = get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Scrape(answer.body());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)));
    }

    /** A path at an address of this machine besides the loopback one; empty if it has none. */
    Optional<URI> elsewhere(String path) throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(candidate -> !candidate.isLoopbackAddress() && candidate.getAddress().length == 4)
                .findAny()
                .map(candidate -> URI.create("http://" + candidate.getHostAddress() + ":" + address.getPort() + path));
    }

    /** Sends a request to any address, without validating the response. */
    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {
        private static final TestServer SERVER = TestServer.start(Map.of("flagledger.metrics-port", "0"));
    }

    /** The response to one scrape. */
    record Scrape(String text) {

        /** The value of a sample with these labels, in alphabetical order; 0 if there is none. */
        double value(String sample) {
            return text.lines()
                    .filter(line -> line.startsWith(sample + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                    .findAny()
                    .orElse(0);
        }

        /** The number of completed requests of a kind. */
        double requests(String method, int status, String route) {
            return value("flagsmith_http_server_requests_total{method=\"%s\",response_status=\"%d\",route=\"%s\"}"
                    .formatted(method, status, route));
        }
    }
}
