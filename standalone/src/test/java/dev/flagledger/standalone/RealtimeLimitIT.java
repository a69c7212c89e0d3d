package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nodes that serve few streams. */
class RealtimeLimitIT {

    private static final String FORWARDED = "X-Forwarded-For: ";

    @Test
    void furtherStreamsAreRefused() throws IOException {
        try (var server = TestServer.start(Map.of("flagledger.realtime.max-streams", "1"))) {
            var key = Shop.in(server).key();
            try (var first = new EventStream(server, key)) {
                first.skipTo(": connected");
                try (var second = new EventStream(server, key)) {
                    assertThat(second.line()).startsWith("HTTP/1.1 503");
                }
            }
        }
    }

    @Test
    void anAddressMayHaveAQuarterOfThem() throws IOException {
        var settings = Map.of("flagledger.realtime.max-streams", "4", "server.forward-headers-strategy", "native");
        try (var server = TestServer.start(settings)) {
            var key = Shop.in(server).key();
            try (var first = new EventStream(server, key, FORWARDED + "203.0.113.7")) {
                first.skipTo(": connected");
                try (var second = new EventStream(server, key, FORWARDED + "203.0.113.7");
                        var other = new EventStream(server, key, FORWARDED + "203.0.113.8")) {
                    assertThat(second.line()).startsWith("HTTP/1.1 503");
                    assertThat(other.line()).startsWith("HTTP/1.1 200");
                }
            }
        }
    }

    /** Long before a write to it would fail. */
    @Test
    void aStreamThatIsResetNoLongerCounts() throws Exception {
        try (var server = TestServer.start(Map.of("flagledger.realtime.max-streams", "1"));
                var client = new Http2Client(server.address())) {
            var key = Shop.in(server).key();
            client.abandonAnswered("/sse/environments/" + key + "/stream");

            await().until(() -> isServed(server, key));
        }
    }

    private static boolean isServed(TestServer server, String key) throws IOException {
        try (var stream = new EventStream(server, key)) {
            return stream.line().startsWith("HTTP/1.1 200");
        }
    }
}
