package dev.flagledger.installation.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the interceptor that waits for positions, on every route of the API. */
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
