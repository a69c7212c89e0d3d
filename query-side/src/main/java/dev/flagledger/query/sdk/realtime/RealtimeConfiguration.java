package dev.flagledger.query.sdk.realtime;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the servlet at its address. */
@Configuration(proxyBeanMethods = false)
class RealtimeConfiguration {

    @Bean
    ServletRegistrationBean<StreamServlet> realtime(History<Installation> history, RealtimeBroadcaster broadcaster) {
        return new ServletRegistrationBean<>(new StreamServlet(history, broadcaster), "/sse/environments/*");
    }
}
