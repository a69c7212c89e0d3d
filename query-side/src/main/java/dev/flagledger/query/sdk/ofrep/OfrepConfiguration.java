package dev.flagledger.query.sdk.ofrep;

import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.contract.http.path.NamedPath;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.identities.Evaluations;
import dev.flagledger.query.sdk.identities.IdentityResolver;
import dev.flagledger.query.sdk.identities.PreparedEnvironments;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Registers the servlet. */
@Configuration(proxyBeanMethods = false)
class OfrepConfiguration {

    @Bean
    ServletRegistrationBean<OfrepServlet> ofrep(
            EnvironmentKeyAuthenticator authenticator,
            BodyReader bodies,
            IdentityResolver resolver,
            PreparedEnvironments environments,
            Evaluations evaluations,
            JsonMapper json) {
        return new ServletRegistrationBean<>(
                new OfrepServlet(authenticator, bodies, resolver, environments, evaluations, json),
                OfrepServlet.ADDRESS + "*");
    }

    @Bean
    static NamedPath ofrepFlag() {
        return OfrepServlet.FLAG;
    }
}
