package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.delivery.attempt.CircuitNotices;
import dev.flagledger.webhook.endpoint.EndpointTable;
import dev.flagledger.webhook.testing.TestEndpoints;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of a node are wired, start, deliver and stop. */
class WiringTest {

    private final Receiver receiver = Receiver.answering(200);
    private final ApplicationContextRunner node = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withUserConfiguration(Node.class)
            .withPropertyValues(
                    "spring.datasource.url=" + TestDatabase.fresh().migrated().url());

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aQueuedBodyReachesAnAllowedReceiver() {
        node.withPropertyValues("flagledger.webhook.allow=127.0.0.0/8").run(context -> {
            queueFor(context, receiver.url());

            assertThat(receiver.next().body()).isEqualTo("{\"data\": {}, \"sequence\": 1}");
        });
    }

    @Test
    void anInternalReceiverIsNotReachedUnlessAllowed() {
        node.run(context -> {
            queueFor(context, receiver.url());

            var jdbc = context.getBean(JdbcClient.class);
            await().until(
                            () -> jdbc.sql("select error from webhook.webhook_attempt")
                                    .query(String.class)
                                    .list(),
                            errors -> errors.contains("The address is internal or private"));
            assertThat(receiver.all).isEmpty();
        });
    }

    private static void queueFor(ApplicationContext context, String url) {
        context.getBean(EndpointTable.class).put(TestEndpoints.endpoint(41, 14, url, true));
        context.getBean(DeliveryQueue.class).enqueue(List.of(TestQueues.job(41, 14, 7, "{\"data\": {}}")));
    }

    @ComponentScan({
        "dev.flagledger.ledger.schema",
        "dev.flagledger.ledger.secret",
        "dev.flagledger.access.outbound",
        "dev.flagledger.webhook.delivery",
        "dev.flagledger.webhook.endpoint",
        "dev.flagledger.webhook.sending"
    })
    @Import(WebhookSecrets.class)
    @EnableConfigurationProperties(DeliverySettings.class)
    static class Node {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        CircuitNotices notices() {
            return () -> {};
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
