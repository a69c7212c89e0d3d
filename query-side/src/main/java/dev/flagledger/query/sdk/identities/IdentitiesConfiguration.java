package dev.flagledger.query.sdk.identities;

import dev.flagledger.contract.form.BodyReader;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.PastFlags;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the servlet. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SdkSettings.class)
class IdentitiesConfiguration {

    @Bean
    ServletRegistrationBean<IdentitiesServlet> identitiesOfApplications(
            EnvironmentKeyAuthenticator authenticator,
            PastFlags past,
            IdentityResolver resolver,
            IdentityResponder answers,
            BodyReader bodies) {
        var servlet = new IdentitiesServlet(authenticator, past, resolver, answers, bodies);
        return new ServletRegistrationBean<>(servlet, IdentitiesServlet.PATHS);
    }
}
