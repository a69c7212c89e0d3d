package dev.flagledger.contract.http.front;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before every servlet, not only before the controllers' one. */
@Configuration(proxyBeanMethods = false)
class ValveConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> readableQueries() {
        return tomcat -> tomcat.addContextValves(new MultipartReadCheck(), new QueryRepair());
    }
}
