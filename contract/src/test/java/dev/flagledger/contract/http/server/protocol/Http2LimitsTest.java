package dev.flagledger.contract.http.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.http.server.Http2Client;
import dev.flagledger.contract.http.server.HttpSettings;
import dev.flagledger.contract.http.server.TrustedProxies;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

class Http2LimitsTest {

    private static final int SETTINGS_FRAME = 4;
    private static final int MAX_CONCURRENT_STREAMS = 3;
    private static final int INITIAL_WINDOW_SIZE = 4;
    private static final HttpSettings DEFAULTS =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("flagledger.http", HttpSettings.class);

    private final WebServer server = server();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aConnectionHasFewStreamsAndEachASmallPartOfItsWindow() throws IOException {
        assertThat(settings()).containsEntry(MAX_CONCURRENT_STREAMS, 32).containsEntry(INITIAL_WINDOW_SIZE, 16_384);
    }

    private static WebServer server() {
        var factory = new JettyServletWebServerFactory(0);
        new ProtocolConfiguration()
                .protocols(new TlsSettings("", ""), new TrustedProxies(List.of()), DEFAULTS)
                .customize(factory);
        return factory.getWebServer();
    }

    /** Returns the settings that the server announces. */
    private Map<Integer, Integer> settings() throws IOException {
        try (var client = new Http2Client(server.getPort())) {
            var frame = client.read();
            assertThat(frame.type()).isEqualTo(SETTINGS_FRAME);
            var settings = new HashMap<Integer, Integer>();
            for (var bytes = frame.payload(); bytes.hasRemaining(); ) {
                settings.put((int) bytes.getShort(), bytes.getInt());
            }
            return settings;
        }
    }
}
