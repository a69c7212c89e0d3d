package dev.flagledger.contract.form;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the form arguments of controllers. */
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

    /** Also used by servlets that run beside Spring MVC. */
    @Bean
    BodyReader bodies() {
        return new BodyReader(Math.toIntExact(maxBody.toBytes()));
    }
}
