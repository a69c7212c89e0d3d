package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node that serves one stream only. */
class RealtimeLimitIT {

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
}
