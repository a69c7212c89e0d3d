package dev.flagledger.installation.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has every route of the API wait for the position that a request presents. */
@Configuration(proxyBeanMethods = false)
class PositionConfiguration implements WebMvcConfigurer {

    private final Positions positions;

    PositionConfiguration(Positions positions) {
        this.positions = positions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new PositionInterceptor(positions)).addPathPatterns("/api/**");
    }
}
