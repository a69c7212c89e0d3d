package dev.flagledger.contract.http.server.connection;

import dev.flagledger.contract.http.server.Connectors;
import dev.flagledger.contract.http.server.HttpSettings;
import dev.flagledger.contract.http.server.TrustedProxies;
import dev.flagledger.contract.http.server.body.ReadAhead;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jetty.server.ServerConnector;
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
    WebServerFactoryCustomizer<JettyServletWebServerFactory> times(HttpSettings settings) {
        return factory -> factory.addServerCustomizers(server -> {
            for (var connector : server.getConnectors()) {
                var exchanges = new OpenExchanges();
                Connectors.http(connector)
                        .getCustomizers()
                        .addAll(
                                0,
                                List.of(
                                        // First: a body that it has read whole needs none of the others.
                                        new ReadAhead(),
                                        // Before any that ends requests by throwing.
                                        exchanges,
                                        new BodyTimeout(settings.bodyTimeout()),
                                        new BodyRate(settings.bodyMinRateAfter(), settings.bodyMinRate()),
                                        new UnreadBodies()));
                connector.addBean(new HeaderDeadline(connector, exchanges, settings.headerTimeout()));
            }
        });
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> numbers(
            ConnectionLimit connections, TrustedProxies proxies, HttpSettings settings) {
        var perAddress = settings.maxConnectionsPerAddress();
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
}
