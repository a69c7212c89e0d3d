package dev.flagledger.contract.http.server.connection;

import dev.flagledger.contract.http.server.TrustedProxies;
import dev.flagledger.contract.http.server.body.ReadAhead;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applies the limits to the connections of the API's port. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    /** The maximum number of connections waiting to be accepted, as after a restart; the operating system may allow fewer. */
    private static final int QUEUE = 4_096;

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> times(
            @Value("${flagledger.http.header-timeout:10s}") Duration headerTimeout,
            @Value("${flagledger.http.body-timeout:10s}") Duration bodyTimeout,
            @Value("${flagledger.http.body-min-rate:500}") long bodyRate,
            @Value("${flagledger.http.body-min-rate-after:20s}") Duration bodyRateAfter) {
        return factory -> factory.addServerCustomizers(server -> {
            for (var connector : server.getConnectors()) {
                var exchanges = new OpenExchanges();
                http(connector)
                        .getCustomizers()
                        .addAll(
                                0,
                                List.of(
                                        new ReadAhead(),
                                        // Before any that ends requests by throwing.
                                        exchanges,
                                        new BodyTimeout(bodyTimeout),
                                        new BodyRate(bodyRateAfter, bodyRate),
                                        new UnreadBodies()));
                connector.addBean(new HeaderDeadline(connector, exchanges, headerTimeout));
            }
        });
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> numbers(
            ConnectionLimit connections,
            TrustedProxies proxies,
            @Value("${flagledger.http.max-connections-per-address:#{null}}") @Nullable Integer perAddress) {
        Predicate<InetAddress> exempt = address -> proxies.contains(address) || address.isLoopbackAddress();
        int most = perAddress == null ? Math.ceilDiv(connections.most(), 4) : perAddress;
        return factory -> factory.addServerCustomizers(server -> {
            for (var connector : server.getConnectors()) {
                connector.addBean(new AddressLimit(most, exempt));
                if (connector instanceof ServerConnector socket) {
                    socket.setAcceptQueueSize(QUEUE);
                }
            }
        });
    }

    private static HttpConfiguration http(Connector connector) {
        return connector
                .getConnectionFactory(HttpConfiguration.ConnectionFactory.class)
                .getHttpConfiguration();
    }
}
