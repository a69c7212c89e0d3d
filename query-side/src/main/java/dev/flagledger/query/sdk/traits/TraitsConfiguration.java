package dev.flagledger.query.sdk.traits;

import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.identities.registry.IdentityRegistrar;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the servlets at their paths, with and without a trailing slash. */
@Configuration(proxyBeanMethods = false)
class TraitsConfiguration {

    @Bean
    ServletRegistrationBean<TraitsServlet> traitsOfApplications(
            EnvironmentKeyAuthenticator authenticator, IdentityRegistrar registrar, BodyReader bodies) {
        return new ServletRegistrationBean<>(
                new TraitsServlet(authenticator, registrar, bodies), "/api/v1/traits/", "/api/v1/traits");
    }

    @Bean
    ServletRegistrationBean<BulkServlet> manyTraits(
            EnvironmentKeyAuthenticator authenticator, IdentityRegistrar registrar, BodyReader bodies) {
        return new ServletRegistrationBean<>(
                new BulkServlet(authenticator, registrar, bodies), "/api/v1/traits/bulk/", "/api/v1/traits/bulk");
    }

    @Bean
    ServletRegistrationBean<IncrementServlet> incrementedTraits(
            EnvironmentKeyAuthenticator authenticator, IdentityRegistrar registrar, BodyReader bodies) {
        return new ServletRegistrationBean<>(
                new IncrementServlet(authenticator, registrar, bodies),
                "/api/v1/traits/increment-value/",
                "/api/v1/traits/increment-value");
    }
}
