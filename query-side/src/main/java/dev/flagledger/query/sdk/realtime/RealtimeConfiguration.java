package dev.flagledger.query.sdk.realtime;

import dev.flagledger.contract.http.server.TrustedProxies;
import dev.flagledger.contract.http.server.connection.ConnectionLimit;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the servlet, the broadcaster and the limit of streams. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RealtimeSettings.class)
class RealtimeConfiguration {

    @Bean
    RealtimeBroadcaster realtimeBroadcaster(History<Installation> history) {
        return new RealtimeBroadcaster(history);
    }

    @Bean
    StreamLimit streamLimit(RealtimeSettings settings, ConnectionLimit connections, TrustedProxies proxies) {
        return new StreamLimit(
                settings.most(connections.most()), address -> proxies.contains(address) || address.isLoopbackAddress());
    }

    @Bean
    ServletRegistrationBean<StreamServlet> realtime(History<Installation> history, StreamLimit limit) {
        return new ServletRegistrationBean<>(new StreamServlet(history, limit), StreamHandler.PATHS);
    }
}
