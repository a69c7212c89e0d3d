package dev.flagledger.standalone;

import dev.flagledger.platform.Readiness;
import dev.flagledger.standalone.postgres.Database;
import java.net.URI;
import java.time.Duration;
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
        List<Class<?>> configurations = role.configurations();
        SpringApplication application = new SpringApplication(configurations.toArray(Class<?>[]::new));
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(properties(port, database));
            lookForEntitiesIn(configurations, (BeanDefinitionRegistry) context);
        });
        return new RunningNode(application.run());
    }

    private static MapPropertySource properties(int port, Database database) {
        return new MapPropertySource(
                "flagledger run",
                Map.of(
                        "server.port", port,
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password()));
    }

    /** Entities and repositories are found in the packages of the role's sides, and in no other side's. */
    private static void lookForEntitiesIn(List<Class<?>> configurations, BeanDefinitionRegistry registry) {
        AutoConfigurationPackages.register(
                registry, configurations.stream().map(Class::getPackageName).toArray(String[]::new));
    }

    /** Returns when every part of the node can serve. */
    void awaitReady() {
        while (context.isActive()
                && !context.getBeansOfType(Readiness.class).values().stream().allMatch(Readiness::ready)) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Where the node listens, seen from this machine. */
    URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Plants the demonstration project; answers what to print about it. */
    List<String> plantDemo() {
        return context.getBeanProvider(DemoProject.class).stream()
                .flatMap(project -> project.plant(address()).stream())
                .toList();
    }
}
