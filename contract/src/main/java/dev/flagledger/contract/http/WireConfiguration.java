package dev.flagledger.contract.http;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;

/** Configures the JSON of responses, and the container's write buffers. */
@Configuration(proxyBeanMethods = false)
class WireConfiguration {

    private static final int BYTES_WRITTEN_AT_ONCE = 32 * 1024;

    /**
     * A response with all flags of an environment is some ten kilobytes long, and each write to the socket is expensive compared to
     * its computation. The buffer is no larger than needed, since every connection has one.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fewerWrites() {
        return tomcat -> tomcat.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(BYTES_WRITTEN_AT_ONCE)));
    }

    @Bean
    JsonMapperBuilderCustomizer wireJson() {
        return json -> json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE);
    }
}
