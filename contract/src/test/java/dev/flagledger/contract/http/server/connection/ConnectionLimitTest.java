package dev.flagledger.contract.http.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

class ConnectionLimitTest {

    @ParameterizedTest
    @CsvSource({"64, 1024", "256, 4096", "640, 10240", "1024, 16384", "65536, 16384"})
    void theNumberOfConnectionsDependsOnTheHeap(long mebibytes, int connections) {
        assertThat(ConnectionLimit.fitting(mebibytes << 20)).isEqualTo(connections);
    }

    @Test
    void byDefaultTheLimitFitsTheHeap() {
        assertThat(new ConnectionLimit(new MockEnvironment()).most())
                .isEqualTo(ConnectionLimit.fitting(Runtime.getRuntime().maxMemory()));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "-1, 2147483647"})
    void aLimitOfTheOperatorIsKept(String setting, int most) {
        var settings = new MockEnvironment().withProperty("server.jetty.max-connections", setting);
        var factory = new JettyServletWebServerFactory(0);
        var limit = new ConnectionLimit(settings);

        limit.customize(factory);

        assertThat(limit.most()).isEqualTo(most);
        assertThat(factory.getMaxConnections()).isEqualTo(most);
    }
}
