package dev.flagledger.contract.error;

import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replaces the server's error pages. */
@Configuration(proxyBeanMethods = false)
class ErrorConfiguration {

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> jsonErrors() {
        return factory -> {
            factory.addServerCustomizers(server -> server.setErrorHandler(new JsonErrorHandler()));
            factory.addConfigurations(new ContractCacheControl());
        };
    }

    /** Keeps the container from replacing the contract's {@code Cache-Control} with its own where a servlet reports an error. */
    private static final class ContractCacheControl extends AbstractConfiguration {

        ContractCacheControl() {
            super(new AbstractConfiguration.Builder());
        }

        @Override
        public void configure(WebAppContext context) {
            if (context.getErrorHandler() instanceof ErrorHandler errors) {
                errors.setCacheControl(null);
            }
        }
    }
}
