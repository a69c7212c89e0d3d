package dev.flagledger.standalone.health;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.projection.Progress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Uses the groups of the server's configuration, with indicators that the tests define. */
class HealthControllerTest {

    private static final Health UP = Health.up().build();
    private static final Health OUT = Health.outOfService().build();

    @Test
    void aNodeThatIsNotReadyIsLiveWhileItHasConnections() {
        with(
                Map.of("database", OUT, "fold", OUT),
                controller -> assertThat(controller.alive().getStatusCode()).isEqualTo(HttpStatus.OK));
    }

    @Test
    void aNodeThatHasLostItsConnectionsIsNotLive() {
        with(Map.of("connections", Health.down().build()), controller -> {
            assertThat(controller.alive().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(controller.alive().getBody()).isEqualTo(Map.of("status", "out of connections"));
            assertThat(controller.ready().getStatusCode()).isEqualTo(HttpStatus.OK);
        });
    }

    @Test
    void aNodeIsReadyWhenEveryPartIs() {
        with(Map.of(), controller -> {
            assertThat(controller.ready().getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(json(controller.ready()))
                    .isEqualTo(
                            "{\"status\":\"ok\",\"DatabaseBackend\":\"working\",\"MigrationsHealthCheck\":\"working\"}");
        });
    }

    @Test
    void partsThatAreNotReadyAreListed() {
        with(Map.of("projections", OUT, "fold", OUT), controller -> {
            assertThat(controller.ready().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(json(controller.ready()))
                    .isEqualTo("{\"status\":\"not ready\",\"DatabaseBackend\":\"working\","
                            + "\"MigrationsHealthCheck\":\"working\",\"waiting_for\":[\"fold\",\"projections\"]}");
        });
    }

    @Test
    void databaseAndMigrationsHaveFlagsmithsNames() {
        with(
                Map.of("database", OUT, "migrations", OUT),
                controller -> assertThat(json(controller.ready()))
                        .isEqualTo(
                                "{\"status\":\"not ready\",\"DatabaseBackend\":\"unavailable\","
                                        + "\"MigrationsHealthCheck\":\"unavailable\",\"waiting_for\":[\"database\",\"migrations\"]}"));
    }

    @Test
    void aRebuildingNodeIsReadyAndReportsItsProgress() {
        var rebuilding = Health.up()
                .withDetail("rebuilding", List.of(new Progress("audit", 1_200, 3_000)))
                .build();
        with(Map.of("projections", rebuilding), controller -> {
            assertThat(controller.ready().getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(json(controller.ready()))
                    .endsWith("\"rebuilding\":[{\"name\":\"audit\",\"position\":1200,\"of\":3000}]}");
        });
    }

    @Test
    void aDegradedNodeIsReadyAndListsWhatIsMissing() {
        var missing = Health.status(HealthStatuses.DEGRADED)
                .withDetail("missing", List.of("project 7"))
                .build();
        with(Map.of("fold", missing), controller -> {
            assertThat(controller.ready().getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(json(controller.ready()))
                    .isEqualTo("{\"status\":\"degraded\",\"DatabaseBackend\":\"working\","
                            + "\"MigrationsHealthCheck\":\"working\",\"degraded\":[\"project 7\"]}");
        });
    }

    @Test
    void partsAreCheckedConcurrently() {
        var atOnce = new CyclicBarrier(2);
        HealthIndicator together = () -> {
            try {
                atOnce.await(10, TimeUnit.SECONDS);
                return UP;
            } catch (InterruptedException | BrokenBarrierException | TimeoutException _) {
                return OUT;
            }
        };
        asking(
                Map.of("database", together, "migrations", together),
                controller -> assertThat(controller.ready().getStatusCode()).isEqualTo(HttpStatus.OK));
    }

    /** Other indicators are up. */
    private static void with(Map<String, Health> parts, Consumer<HealthController> test) {
        asking(parts.entrySet().stream().collect(toMap(Map.Entry::getKey, part -> part::getValue)), test);
    }

    private static void asking(Map<String, HealthIndicator> parts, Consumer<HealthController> test) {
        var runner = new ApplicationContextRunner()
                .withUserConfiguration(HealthConfiguration.class)
                .withConfiguration(AutoConfigurations.of(
                        HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class))
                .withBean(Readiness.class)
                .withBean(HealthController.class);
        for (var name : List.of("database", "migrations", "fold", "projections", "connections")) {
            HealthIndicator part = parts.getOrDefault(name, () -> UP);
            runner = runner.withBean(name, HealthIndicator.class, () -> part);
        }
        runner.run(context -> test.accept(context.getBean(HealthController.class)));
    }

    private static String json(ResponseEntity<?> answer) {
        return JsonMapper.shared().writeValueAsString(answer.getBody());
    }
}
