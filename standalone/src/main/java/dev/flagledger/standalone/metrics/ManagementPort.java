package dev.flagledger.standalone.metrics;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Opens Spring Boot's management port if a port for metrics is configured. Otherwise nothing listens and nothing is
 * measured. A blank port counts as none, while Spring Boot would use the port of the API.
 */
public final class ManagementPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String ENABLED = "management.prometheus.metrics.export.enabled";

    private static final String CLOSED = "-1";
    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var port = environment.getProperty("flagledger.metrics-port");
        var address = environment.getProperty("flagledger.metrics-address");
        boolean open = StringUtils.hasText(port);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "management port",
                        Map.of(
                                "management.server.port",
                                open ? port : CLOSED,
                                "management.server.address",
                                StringUtils.hasText(address) ? address : LOOPBACK,
                                ENABLED,
                                open)));
    }
}
