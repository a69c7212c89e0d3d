package dev.flagledger.contract.http.front;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the valves, which apply to all servlets. */
@Configuration(proxyBeanMethods = false)
class ValveConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> readableQueries() {
        return tomcat -> tomcat.addContextValves(new MultipartReadCheck(), new QueryRepair());
    }
}
