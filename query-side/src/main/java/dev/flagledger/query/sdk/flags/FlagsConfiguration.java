package dev.flagledger.query.sdk.flags;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the servlet. */
@Configuration(proxyBeanMethods = false)
class FlagsConfiguration {

    @Bean
    ServletRegistrationBean<FlagsServlet> flags(EnvironmentKeyAuthenticator authenticator, PreparedFlags prepared) {
        return new ServletRegistrationBean<>(new FlagsServlet(authenticator, prepared), FlagsServlet.PATHS);
    }
}
