package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that notify applications of changes. */
class RealtimeIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private int feature;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        feature = shop.feature(Map.of("name", "banner"));
        realtime(true);
    }

    @Test
    void anEventHasTheTimeOfAChangeThatCanBeRead() throws IOException {
        try (var stream = new EventStream(SERVER, shop.key())) {
            assertThat(stream.line()).startsWith("HTTP/1.1 200");
            stream.skipTo(": connected");
            toggle(true);

            assertThat(stream.skipTo("event:")).isEqualTo("event: environment_updated");
            var data = stream.line();
            var flags = shop.application().get("flags/");
            var at = flags.http().headers().firstValue("X-Flagsmith-Document-Updated-At");
            assertThat(data).isEqualTo("data: {\"updated_at\": " + at.orElseThrow() + "}");
            assertThat(at.orElseThrow()).contains(".");
            assertThat(flags.json().get(0).get("enabled").asBoolean()).isTrue();
        }
    }

    /** All kinds of clients parse it. */
    @Test
    void aStreamBeginsWithItsHeadersAndAComment() throws IOException {
        try (var stream = new EventStream(SERVER, shop.key())) {
            assertThat(stream.line()).isEqualTo("HTTP/1.1 200 OK");
            var date = stream.line();
            assertThat(date).startsWith("Date: ");
            assertThat(stream.lines(15)).containsExactly("""
                    Flagsmith-Version: 2.265.0
                    Vary: Accept, Origin
                    Cache-Control: max-age=0, no-cache, no-store, must-revalidate, private
                    Expires: %s
                    Pragma: no-cache
                    X-Content-Type-Options: nosniff
                    X-Frame-Options: DENY
                    Referrer-Policy: same-origin
                    Cross-Origin-Opener-Policy: same-origin
                    Allow: GET, OPTIONS
                    Content-Type: text/event-stream
                    X-Accel-Buffering: no
                    Transfer-Encoding: chunked

                    D
                    """.formatted(date.substring("Date: ".length()))
                    .split("\n"));
            assertThat(stream.lines(2)).containsExactly(": connected", "");
        }
    }

    @Test
    void aChangeReachesAThousandStreams() throws IOException {
        var streams = new ArrayList<EventStream>();
        try {
            for (int i = 0; i < 1_000; i++) {
                streams.add(new EventStream(SERVER, shop.key()));
            }
            for (var stream : streams) {
                stream.skipTo(": connected");
            }
            toggle(true);

            for (var stream : streams) {
                assertThat(stream.skipTo("event:")).isEqualTo("event: environment_updated");
            }
        } finally {
            for (var stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void aStreamThatIsReadLateHasItsEvents() throws IOException {
        try (var idle = new EventStream(SERVER, shop.key());
                var reader = new EventStream(SERVER, shop.key())) {
            idle.skipTo(": connected");
            reader.skipTo(": connected");
            for (int i = 0; i < 20; i++) {
                toggle(i % 2 == 0);
                reader.skipTo("event:");
            }
            assertThat(idle.skipTo("event:")).isEqualTo("event: environment_updated");
        }
    }

    @Test
    void noEventIsSentWhileRealtimeIsOff() throws IOException {
        realtime(false);
        try (var stream = new EventStream(SERVER, shop.key())) {
            stream.skipTo(": connected");
            toggle(true);
            realtime(true);

            stream.skipTo("event:");
            var on = shop.application().get("flags/").http().headers().firstValue("X-Flagsmith-Document-Updated-At");
            assertThat(stream.line()).isEqualTo("data: {\"updated_at\": " + on.orElseThrow() + "}");
        }
    }

    @Test
    void aStreamEndsWithItsEnvironment() throws IOException {
        try (var stream = new EventStream(SERVER, shop.key())) {
            stream.skipTo(": connected");
            shop.ana().delete("environments/" + shop.key() + "/");

            assertThat(stream.ends()).isTrue();
        }
    }

    @Test
    void onlyAClientKeyOpensAStream() throws IOException {
        try (var stream = new EventStream(SERVER, "nobodys-key")) {
            assertThat(stream.line()).startsWith("HTTP/1.1 404");
        }
        assertThat(SERVER.api()
                        .send("POST", "/sse/environments/" + shop.key() + "/stream", "")
                        .status())
                .isEqualTo(405);
    }

    private void toggle(boolean enabled) {
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", enabled)).ok();
    }

    private void realtime(boolean enabled) {
        shop.ana()
                .patch("projects/" + shop.project() + "/", Map.of("enable_realtime_updates", enabled))
                .ok();
    }
}
