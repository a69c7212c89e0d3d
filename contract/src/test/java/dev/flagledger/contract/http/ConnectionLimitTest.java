package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

class ConnectionLimitTest {

    @ParameterizedTest
    @CsvSource({"64, 256", "256, 1024", "1024, 4096", "2048, 8192", "65536, 8192"})
    void theHeapLimitsTheNumberOfConnections(long mebibytes, int connections) {
        assertThat(ConnectionLimit.fitting(mebibytes << 20)).isEqualTo(connections);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "server.tomcat.max-connections, false"})
    void theOperatorsSettingHasPrecedence(String setting, boolean fitted) {
        var settings = new MockEnvironment();
        if (!setting.isEmpty()) {
            settings.setProperty(setting, "7");
        }
        var factory = new TomcatServletWebServerFactory(0);
        factory.addConnectorCustomizers(connector -> protocol(connector).setMaxConnections(7));

        new ConnectionLimit(settings).customize(factory);

        var most = new AtomicInteger();
        factory.addConnectorCustomizers(
                connector -> most.set(protocol(connector).getMaxConnections()));
        factory.getWebServer().destroy();
        assertThat(most)
                .hasValue(fitted ? ConnectionLimit.fitting(Runtime.getRuntime().maxMemory()) : 7);
    }

    private static AbstractProtocol<?> protocol(Connector connector) {
        return (AbstractProtocol<?>) connector.getProtocolHandler();
    }
}
