package dev.flagledger.contract.http.front;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Registers filters for Spring's dispatcher servlet by its name: by URL pattern they would apply to every servlet below
 * {@code /api/v1}. The property file disables Spring Boot's own filters, which cannot be registered that way.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/flagledger/contract/http/front/front.properties")
class FrontConfiguration implements WebMvcConfigurer {

    private final AcceptCheck acceptCheck = new AcceptCheck();

    /** Gives Spring's firewall the path as it was sent: it refuses forms that the server has resolved. */
    @Bean
    FilterRegistrationBean<RawPathFilter> rawPaths() {
        return beforeControllers(new RawPathFilter(), 0);
    }

    /** Removes trailing slashes: every route is served with and without one. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> bothSpellings() {
        var filter = UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build();
        return beforeControllers(filter, 1);
    }

    @Bean
    FilterRegistrationBean<ContractFilter> contractHeaders(
            Routes routes, @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> errors) {
        return beforeControllers(new ContractFilter(routes, errors), 2);
    }

    @Bean
    WebMvcRegistrations indexedMapping() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new IndexedMapping();
            }
        };
    }

    /** Disables the filter that exposes requests as thread-locals, which nothing uses. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContext() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.<ContentNegotiationStrategy>of(acceptCheck));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(acceptCheck)
                .order(Ordered.HIGHEST_PRECEDENCE)
                .excludePathPatterns("/error");
    }

    private static <F extends Filter> FilterRegistrationBean<F> beforeControllers(F filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addServletNames(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
