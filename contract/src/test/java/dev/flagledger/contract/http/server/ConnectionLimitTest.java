package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

class ConnectionLimitTest {

    @ParameterizedTest
    @CsvSource({"64, 256", "256, 1024", "1024, 4096", "2048, 8192", "65536, 8192"})
    void aHeapHasRoomForSoManyConnections(long mebibytes, int connections) {
        assertThat(ConnectionLimit.fitting(mebibytes << 20)).isEqualTo(connections);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "server.jetty.max-connections, false"})
    void aLimitOfTheOperatorIsKept(String setting, boolean fitted) {
        var settings = new MockEnvironment();
        if (!setting.isEmpty()) {
            settings.setProperty(setting, "7");
        }
        var factory = new JettyServletWebServerFactory(0);
        factory.setMaxConnections(7);

        new ConnectionLimit(settings).customize(factory);

        assertThat(factory.getMaxConnections())
                .isEqualTo(fitted ? ConnectionLimit.fitting(Runtime.getRuntime().maxMemory()) : 7);
    }
}
