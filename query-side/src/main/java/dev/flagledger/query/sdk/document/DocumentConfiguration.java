package dev.flagledger.query.sdk.document;

import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.PastFlags;
import java.time.Clock;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the servlet. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

    @Bean
    ServletRegistrationBean<DocumentServlet> environmentDocument(
            EnvironmentKeyAuthenticator authenticator, PastFlags past, PreparedDocuments documents, Clock clock) {
        return new ServletRegistrationBean<>(
                new DocumentServlet(authenticator, past, documents, clock), DocumentServlet.PATHS);
    }
}
