package dev.flagledger.query.sdk.paths;

import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.identities.Evaluations;
import dev.flagledger.query.sdk.identities.IdentityResolver;
import dev.flagledger.query.sdk.identities.PreparedEnvironments;
import dev.flagledger.query.sdk.identities.registry.IdentityRegistrar;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the servlets below paths that have servlets themselves. */
@Configuration(proxyBeanMethods = false)
class PathsConfiguration {

    @Bean
    ServletRegistrationBean<FlagPathsServlet> flagPaths(
            EnvironmentKeyAuthenticator authenticator,
            IdentityResolver resolver,
            PreparedEnvironments environments,
            Evaluations evaluations) {
        return new ServletRegistrationBean<>(
                new FlagPathsServlet(authenticator, resolver, environments, evaluations), "/api/v1/flags/*");
    }

    @Bean
    ServletRegistrationBean<IdentityPathsServlet> identityPaths(
            EnvironmentKeyAuthenticator authenticator,
            IdentityResolver resolver,
            PreparedEnvironments environments,
            Evaluations evaluations,
            IdentityRegistrar registrar,
            BodyReader bodies) {
        var servlet = new IdentityPathsServlet(authenticator, resolver, environments, evaluations, registrar, bodies);
        return new ServletRegistrationBean<>(servlet, "/api/v1/identities/*");
    }
}
