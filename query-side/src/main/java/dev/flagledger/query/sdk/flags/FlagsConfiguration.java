package dev.flagledger.query.sdk.flags;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the servlet. */
@Configuration(proxyBeanMethods = false)
class FlagsConfiguration {

    @Bean
    ServletRegistrationBean<FlagsServlet> flags(
            EnvironmentKeyAuthenticator authenticator, PastFlags past, PreparedFlags prepared) {
        return new ServletRegistrationBean<>(new FlagsServlet(authenticator, past, prepared), FlagsServlet.PATHS);
    }
}
