package dev.flagledger.webhook.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.SigningScheme;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.extract.ImportedLog;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.delivery.TestQueues;
import dev.flagledger.webhook.endpoint.EndpointTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Events that are read together. */
class WebhookOutboxTest {

    private static final WebhookOwner LIVE = WebhookOwner.environment(Shop.LIVE);
    private static final WebhookSettings CURRENT = WebhookSettings.of("https://one.test/hook", true);
    private static final WebhookSettings OF_2021 = new WebhookSettings(
            CURRENT.url(), true, PayloadForm.V2021, DeliveryOrder.STRICT, List.of(), SigningScheme.HMAC);

    private final DataSource database = TestDatabase.fresh().migrated().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final TestQueues queues = new TestQueues(database, transaction, new TurnedClock());
    private final WebhookOutbox outbox = outbox();
    private final History history = Shop.withBasket();

    @Test
    void aMessageIsQueuedInTheMannerOfItsEventNotOfTheLastOne() {
        history.then(new WebhookAdded(41, LIVE, OF_2021));

        project(Shop.set(true, FeatureValue.of("red")), new WebhookChanged(41, LIVE, CURRENT, false));

        assertThat(jdbc.sql("select numbered from webhook.webhook_delivery where lane = 0")
                        .query(Boolean.class)
                        .list())
                .containsExactly(false);
    }

    /** The deliverer locks circuits and then lanes: in the other order both might wait for one another. */
    @Test
    void circuitsAreLockedBeforeLanes() {
        history.then(new WebhookAdded(41, LIVE, CURRENT));
        jdbc.sql("""
                insert into webhook.webhook_circuit (webhook_id, failures, open_since, not_before) values (41, 5, now(), now());
                create function webhook.require_circuit() returns trigger language plpgsql as
                    'begin perform 1 / count(*) from webhook.webhook_circuit where not_before is null; return new; end';
                create trigger circuits_first before insert on webhook.webhook_lane
                    for each row execute function webhook.require_circuit()""").update();

        project(Shop.set(true, FeatureValue.of("red")), new WebhookChanged(41, LIVE, CURRENT, false));

        assertThat(jdbc.sql("select from webhook.webhook_lane").query().listOfRows())
                .hasSize(1);
    }

    /** They are queued later, in a transaction of its own: here their lanes might be locked in another order than recorders do. */
    @Test
    void aRequestForMessagesWaitsForNoLane() throws SQLException {
        history.then(new WebhookAdded(41, LIVE, CURRENT));
        queues.queue().enqueue(List.of(TestQueues.job(41, Shop.LIVE, 1, "{}")));
        try (var recorder = database.getConnection()) {
            recorder.setAutoCommit(false);
            recorder.createStatement().execute("select from webhook.webhook_lane for update");

            assertThat(CompletableFuture.runAsync(
                            () -> project(new MessagesRedelivered(41, LIVE, MessageSelection.range(1, 1)))))
                    .succeedsWithin(Duration.ofSeconds(20));
            recorder.rollback();
        }
        assertThat(jdbc.sql("select position from webhook.webhook_redelivery_request")
                        .query(Long.class)
                        .list())
                .containsExactly(history.last().position());
    }

    private void project(LedgerEvent... events) {
        var steps = new ArrayList<Step<Installation>>();
        for (var event : events) {
            history.then(event);
            var last = history.last();
            steps.add(new Step<>(
                    history.before(),
                    new Recorded(last.position(), last.at(), last.actor(), last.origin(), last.event()),
                    history.state()));
        }
        var work = outbox.project(steps).orElseThrow();
        transaction.executeWithoutResult(_ -> work.run());
    }

    private WebhookOutbox outbox() {
        return new WebhookOutbox(
                new Receivers(new EndpointTable(jdbc)),
                new AuditNumbers(jdbc),
                queues.queue(),
                queues.asked(),
                queues.eraser(),
                imported());
    }

    private ImportedLog imported() {
        try {
            return BeanUtils.instantiateClass(ImportedLog.class.getDeclaredConstructor(JdbcClient.class), jdbc);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
