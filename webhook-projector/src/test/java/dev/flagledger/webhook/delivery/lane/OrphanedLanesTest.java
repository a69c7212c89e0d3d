package dev.flagledger.webhook.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.endpoint.EndpointTable;
import dev.flagledger.webhook.testing.TestEndpoints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OrphanedLanesTest {

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final OrphanedLanes orphans = new TestLanes(
                    jdbc,
                    new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())),
                    new TurnedClock())
            .orphans();

    @Test
    void nothingIsCancelledInALaneWhoseWebhookWasEnabledBeforeItWasLocked() {
        new EndpointTable(jdbc).put(TestEndpoints.endpoint(41, 14, "http://one.test/", true));
        jdbc.sql("""
                insert into webhook.webhook_delivery (webhook_id, position, ordinal, sequence, lane, body, created_at)
                values (41, 1, 0, 1, 7, '', now()), (42, 1, 0, 1, 7, '', now())""").update();

        assertThat(orphans.cancel(List.of(new Lane.Key(41, 7), new Lane.Key(42, 7))))
                .isEqualTo(1);

        assertThat(jdbc.sql("select webhook_id from webhook.webhook_delivery where status = 'pending'")
                        .query(Integer.class)
                        .list())
                .containsExactly(41);
    }
}
