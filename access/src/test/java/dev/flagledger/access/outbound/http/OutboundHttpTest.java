package dev.flagledger.access.outbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.HostResolver;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.access.outbound.RefusedAddressException;
import dev.flagledger.testing.FullListener;
import dev.flagledger.testing.Receiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboundHttpTest {

    private final OutboundHttp http = OutboundHttp.anywhere();

    @AfterEach
    void close() throws IOException {
        http.close();
    }

    @Test
    void requestsHaveTheirHeadersAndBody() throws IOException {
        try (var server = answering(200, "{\"a\":\"\u00fc\"}", Map.of("Content-Type", "application/json"))) {
            var answer = http.post(
                    URI.create(server.url()), "application/x-www-form-urlencoded", "b=1", Map.of("Accept", "text/x"));

            assertThat(answer).isEqualTo(new OutboundHttp.Answer(200, "application/json", "{\"a\":\"\u00fc\"}"));
            var request = server.next();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.body()).isEqualTo("b=1");
            assertThat(request.header("Accept")).isEqualTo("text/x");
            assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        }
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (var other = answering(200, "elsewhere", Map.of());
                var server = answering(302, "", Map.of("Location", other.url()))) {
            var answer = http.get(URI.create(server.url()), Map.of());

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.isOk()).isFalse();
            assertThat(other.all).isEmpty();
        }
    }

    @Test
    void longAnswersAreCutOff() {
        try (var server = answering(200, "x".repeat((1 << 20) + 1), Map.of())) {
            assertThatThrownBy(() -> http.get(URI.create(server.url()), Map.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("longer");
        }
    }

    @Test
    void internalAddressesAreNotCalled() throws IOException {
        HostResolver resolver = InetAddress::getAllByName;
        try (var server = answering(200, "", Map.of());
                var checked = OutboundHttp.checkedBy(new OutboundHosts(new AddressRule(List.of()), resolver))) {
            assertThatThrownBy(() -> checked.get(URI.create(server.url()), Map.of()))
                    .isInstanceOf(RefusedAddressException.class);
            assertThat(server.all).isEmpty();
        }
    }

    @Test
    void addressesThatDoNotAnswerAreNotTriedBeyondTheDeadline() throws IOException {
        HttpClients.Addresses many = _ -> FullListener.addresses(12);
        var client = HttpClients.create(many, Timeout.ofSeconds(1));
        try (var full = FullListener.open();
                var brief = new OutboundHttp(client, Duration.ofMillis(1500))) {
            long begun = System.nanoTime();

            assertThatThrownBy(() -> brief.get(URI.create("http://many.test:" + full.port() + "/"), Map.of()))
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    /** The client has another exception for that. */
    @Test
    void aRequestThatIsCutOffWhileItsHostIsLookedUpFailsAsOthersDo() throws IOException {
        HttpClients.Addresses slow = _ -> {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            return FullListener.addresses(1);
        };
        try (var server = answering(200, "", Map.of());
                var brief = new OutboundHttp(HttpClients.create(slow, HttpClients.TIMEOUT), Duration.ofMillis(50))) {
            assertThatThrownBy(() -> brief.get(URI.create(server.url()), Map.of()))
                    .isInstanceOf(IOException.class);
            assertThat(server.all).isEmpty();
        }
    }

    private static Receiver answering(int status, String body, Map<String, String> headers) {
        return Receiver.answering(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }
}
