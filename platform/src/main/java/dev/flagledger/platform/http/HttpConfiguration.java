package dev.flagledger.platform.http;

import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;

/** Teaches Spring the manners of this package. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {

    private static final int BYTES_WRITTEN_AT_ONCE = 32 * 1024;

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

    /**
     * An answer with all flags of an environment has some ten thousand bytes, and each write to the network costs as much as
     * a good deal of the answer's own work. Every connection has such a buffer, so it is no larger than that.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fewerWrites() {
        return tomcat -> tomcat.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(BYTES_WRITTEN_AT_ONCE)));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FormReader(bodies()));
    }

    /** For those who answer beside the controllers. */
    @Bean
    Bodies bodies() {
        return new Bodies(Math.toIntExact(maxBody.toBytes()));
    }

    @Bean
    JsonMapperBuilderCustomizer wireJson() {
        return json -> json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE);
    }
}
