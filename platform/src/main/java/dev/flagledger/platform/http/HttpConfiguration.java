package dev.flagledger.platform.http;

import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;

/** Teaches Spring the manners of this package. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {

    private static final List<String> ALLOWED_HEADERS = List.of(
            "accept",
            "accept-encoding",
            "authorization",
            "baggage",
            "content-type",
            "dnt",
            "flagledger-position",
            "flagsmith-application-name",
            "flagsmith-application-version",
            "flagsmith-sdk-user-agent",
            "origin",
            "sentry-trace",
            "traceparent",
            "tracestate",
            "user-agent",
            "x-csrftoken",
            "x-e2e-test-auth-token",
            "x-environment-key",
            "x-requested-with");
    private static final long A_DAY = 86_400;

    private final DataSize maxBody;
    private final Positions positions;

    HttpConfiguration(@Value("${flagledger.http.max-body:1MB}") DataSize maxBody, Positions positions) {
        this.maxBody = maxBody;
        this.positions = positions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new PositionInterceptor(positions)).addPathPatterns("/api/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FormReader(Math.toIntExact(maxBody.toBytes())));
    }

    @Bean
    JsonMapperBuilderCustomizer wireJson() {
        return json -> json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE);
    }

    @Bean
    FilterRegistrationBean<CorsFilter> cors() {
        var cors = new CorsConfiguration();
        cors.addAllowedOrigin(CorsConfiguration.ALL);
        cors.setAllowedMethods(List.of("DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"));
        cors.setAllowedHeaders(ALLOWED_HEADERS);
        cors.setExposedHeaders(List.of("Retry-After", "Flagledger-Position", "X-Flagsmith-Document-Updated-At"));
        cors.setMaxAge(A_DAY);
        var everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", cors);
        return first(new FilterRegistrationBean<>(new CorsFilter(everywhere)), 0);
    }

    @Bean
    FilterRegistrationBean<ContractHeaders> contractHeaders() {
        var filter = first(new FilterRegistrationBean<>(new ContractHeaders()), 1);
        filter.addUrlPatterns("/api/*");
        return filter;
    }

    /** Every route has two spellings, with and without the slash at its end; none is a redirect. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> bothSpellings() {
        var filter = UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build();
        return first(new FilterRegistrationBean<>(filter), 2);
    }

    private static <F extends Filter> FilterRegistrationBean<F> first(FilterRegistrationBean<F> filter, int place) {
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return filter;
    }
}
