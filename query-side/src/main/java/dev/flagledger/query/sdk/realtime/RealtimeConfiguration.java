package dev.flagledger.query.sdk.realtime;

import dev.flagledger.contract.http.server.connection.ConnectionLimit;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the servlet and the broadcaster. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RealtimeSettings.class)
class RealtimeConfiguration {

    @Bean
    RealtimeBroadcaster realtimeBroadcaster(
            History<Installation> history, RealtimeSettings settings, ConnectionLimit connections) {
        return new RealtimeBroadcaster(history, settings.most(connections.most()));
    }

    @Bean
    ServletRegistrationBean<StreamServlet> realtime(History<Installation> history, RealtimeBroadcaster broadcaster) {
        return new ServletRegistrationBean<>(new StreamServlet(history, broadcaster), StreamHandler.PATHS);
    }
}
