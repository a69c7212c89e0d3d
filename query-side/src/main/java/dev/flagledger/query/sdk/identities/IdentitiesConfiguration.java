package dev.flagledger.query.sdk.identities;

import dev.flagledger.query.sdk.flags.Doorkeeper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the servlet at its address, in both spellings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SdkSettings.class)
class IdentitiesConfiguration {

    @Bean
    ServletRegistrationBean<IdentitiesServlet> identitiesOfApplications(
            Doorkeeper door, Meeting meeting, IdentityAnswer answers, Words words) {
        var servlet = new IdentitiesServlet(door, meeting, answers, words);
        return new ServletRegistrationBean<>(servlet, "/api/v1/identities/", "/api/v1/identities");
    }
}
