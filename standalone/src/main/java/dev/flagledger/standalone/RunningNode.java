package dev.flagledger.standalone;

import dev.flagledger.standalone.health.Readiness;
import dev.flagledger.standalone.metrics.ManagementPort;
import dev.flagledger.standalone.postgres.CannotStartException;
import dev.flagledger.standalone.postgres.Database;
import java.net.URI;
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

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final ConfigurableApplicationContext context;

    private RunningNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the sides of a role; returns when the port is open. */
    static RunningNode start(Role role, int port, Database database) {
        return start(role, properties(port, database));
    }

    /** The same with properties that count before all others, and beans beside those of the sides. */
    static RunningNode start(Role role, Map<String, Object> properties, Class<?>... beside) {
        List<Class<?>> configurations = role.configurations();
        SpringApplication application = new SpringApplication(configurations.toArray(Class<?>[]::new));
        application.addPrimarySources(List.of(beside));
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("flagledger run", properties));
            lookForEntitiesIn(configurations, (BeanDefinitionRegistry) context);
        });
        application.addInitializers(new ManagementPort());
        return new RunningNode(application.run());
    }

    /** Where the server has its database alone, it goes on under its old name: nobody else can hold its projections. */
    private static Map<String, Object> properties(int port, Database database) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", port);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        if (database.exclusive()) {
            properties.put("flagledger.node-id", "the-only-one");
        }
        return properties;
    }

    /** Entities and repositories are found in the packages of the role's sides, and in no other side's. */
    private static void lookForEntitiesIn(List<Class<?>> configurations, BeanDefinitionRegistry registry) {
        AutoConfigurationPackages.register(
                registry, configurations.stream().map(Class::getPackageName).toArray(String[]::new));
    }

    /**
     * Returns when every part of the node can serve.
     *
     * @throws CannotStartException if the node is stopped meanwhile
     */
    void awaitReady() {
        while (!serves()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean serves() {
        if (context.isClosed()) {
            throw new CannotStartException("Stopped before it was ready.");
        }
        return context.getBean(Readiness.class).serves();
    }

    /** A part of the running node. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Ends the node; its database lives on. */
    void close() {
        context.close();
    }

    /** Where the node listens, seen from this machine. */
    URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
