package dev.flagledger.contract.form;

import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has controllers take forms, and nobody else take a body apart. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration implements WebMvcConfigurer {

    private final DataSize maxBody;

    FormConfiguration(@Value("${flagledger.http.max-body:1MB}") DataSize maxBody) {
        this.maxBody = maxBody;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FormArgumentResolver(bodies()));
    }

    /** For those who answer beside the controllers. */
    @Bean
    BodyReader bodies() {
        return new BodyReader(Math.toIntExact(maxBody.toBytes()));
    }

    /** Parts never leave memory: none may be larger than what is kept there. */
    @Bean
    MultipartConfigElement parts() {
        return new MultipartConfigElement("", maxBody.toBytes(), maxBody.toBytes(), Math.toIntExact(maxBody.toBytes()));
    }

    /** Nobody but the form takes a body apart: to look at a query's parameter must not use up a body. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesLeftAlone() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
    }
}
