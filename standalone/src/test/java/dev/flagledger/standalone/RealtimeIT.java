package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The streams over which applications hear of changes. */
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
    void anEventSaysWhenFlagsChangedAndTheyAreThereToRead() throws IOException {
        try (var stream = new Stream(shop.key())) {
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

    /** Clients of all kinds parse it. */
    @Test
    void aStreamBeginsWithItsHeadersAndAGreeting() throws IOException {
        try (var stream = new Stream(shop.key())) {
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
        var streams = new ArrayList<Stream>();
        try {
            for (int i = 0; i < 1_000; i++) {
                streams.add(new Stream(shop.key()));
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
    void aStreamThatIsNotReadGetsTheNewestAndKeepsNobodyWaiting() throws IOException {
        try (var idle = new Stream(shop.key());
                var reader = new Stream(shop.key())) {
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
    void whereRealtimeIsOffNothingIsHeardUntilItIsOn() throws IOException {
        realtime(false);
        try (var stream = new Stream(shop.key())) {
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
        try (var stream = new Stream(shop.key())) {
            stream.skipTo(": connected");
            shop.ana().delete("environments/" + shop.key() + "/");

            assertThat(stream.ends()).isTrue();
        }
    }

    @Test
    void onlyAClientSideKeyOpensAStream() throws IOException {
        try (var stream = new Stream("nobodys-key")) {
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

    /** What a client sees of a stream, line by line. */
    private static final class Stream implements AutoCloseable {

        private static final Duration PATIENCE = Duration.ofSeconds(20);

        private final Socket socket;
        private final BufferedReader lines;

        Stream(String key) throws IOException {
            var address = SERVER.address();
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var request = "GET /sse/environments/%s/stream HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                    .formatted(key, address.getAuthority());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
        }

        String line() throws IOException {
            var line = lines.readLine();
            return line == null ? "" : line;
        }

        List<String> lines(int count) {
            return lines.lines().limit(count).toList();
        }

        /** The next line that begins so. */
        String skipTo(String start) throws IOException {
            var line = lines.readLine();
            while (line != null && !line.startsWith(start)) {
                line = lines.readLine();
            }
            assertThat(line).as("a line that starts with " + start).isNotNull();
            return String.valueOf(line);
        }

        /** Whether the last chunk comes. */
        boolean ends() throws IOException {
            var line = lines.readLine();
            while (line != null && !line.equals("0")) {
                line = lines.readLine();
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
