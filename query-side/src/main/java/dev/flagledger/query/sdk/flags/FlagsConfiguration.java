package dev.flagledger.query.sdk.flags;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the servlet at its address, in both spellings. */
@Configuration(proxyBeanMethods = false)
class FlagsConfiguration {

    /** Lets the fields of forms come in parts to all addresses of applications, as they may to controllers. */
    @Bean
    static BeanPostProcessor formsInParts(ObjectProvider<MultipartConfigElement> parts) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> address
                        && address.getServlet() instanceof ApplicationServlet) {
                    address.setMultipartConfig(parts.getObject());
                }
                return bean;
            }
        };
    }

    @Bean
    ServletRegistrationBean<FlagsServlet> flags(EnvironmentKeyAuthenticator door, PreparedFlags prepared) {
        return new ServletRegistrationBean<>(new FlagsServlet(door, prepared), "/api/v1/flags/", "/api/v1/flags");
    }
}
