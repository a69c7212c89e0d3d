package dev.flagledger.standalone;

import dev.flagledger.standalone.health.Readiness;
import dev.flagledger.standalone.metrics.ManagementPort;
import dev.flagledger.standalone.postgres.CannotStartException;
import dev.flagledger.standalone.postgres.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A started Spring application. */
final class RunningNode {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final ConfigurableApplicationContext context;

    private RunningNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the sides of a role, and returns when the port is open. */
    static RunningNode start(Role role, int port, Database database) {
        return start(role, properties(port, database), defaults(database));
    }

    /** Starts the sides of a role with properties that override all others, and additional configuration classes. */
    static RunningNode start(Role role, Map<String, Object> properties, Class<?>... additional) {
        return start(role, properties, Map.of(), additional);
    }

    private static RunningNode start(
            Role role, Map<String, Object> properties, Map<String, Object> defaults, Class<?>... additional) {
        List<Class<?>> configurations = role.configurations();
        SpringApplication application = new SpringApplication(configurations.toArray(Class<?>[]::new));
        application.addPrimarySources(List.of(additional));
        application.setDefaultProperties(defaults);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("flagledger run", properties));
            scanForEntities(configurations, (BeanDefinitionRegistry) context);
        });
        application.addInitializers(new ManagementPort());
        return new RunningNode(application.run());
    }

    /** A node with exclusive use of its database has a fixed id, so that its leases are still valid after a restart. */
    private static Map<String, Object> properties(int port, Database database) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", port);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        if (database.directory() != null) {
            properties.put("flagledger.node-id", "the-only-one");
            properties.put("flagledger.database.local", true);
        }
        return properties;
    }

    /** The secret is beside the database, where no copy of the database has it. */
    private static Map<String, Object> defaults(Database database) {
        Path directory = database.directory();
        return directory == null
                ? Map.of()
                : Map.of(
                        "flagledger.secret-key-file",
                        directory.resolve("secret").toString());
    }

    /** Limits the scan for entities and repositories to the packages of the role's sides. */
    private static void scanForEntities(List<Class<?>> configurations, BeanDefinitionRegistry registry) {
        AutoConfigurationPackages.register(
                registry, configurations.stream().map(Class::getPackageName).toArray(String[]::new));
    }

    /**
     * Waits until every part of the node can serve.
     *
     * @throws CannotStartException if the node is stopped while this waits
     */
    void awaitReady() {
        while (!isReady()) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private boolean isReady() {
        if (context.isClosed()) {
            throw new CannotStartException("Stopped before it was ready.");
        }
        return context.getBean(Readiness.class).serves();
    }

    /** Returns the node's bean of a type. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops the node, but not its database. */
    void close() {
        context.close();
    }

    /** The URL of the node, as seen from this machine. */
    URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
