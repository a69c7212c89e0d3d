package dev.flagledger.webhook.delivery;

import dev.flagledger.ledger.signal.PostgresSignal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where bodies wait to be delivered. Takes them in the transaction of the projection that made them. */
@Component
public class DeliveryQueue {

    private final JdbcClient jdbc;
    private final DeliverySignal deliverer;
    private final PostgresSignal everywhere;

    DeliveryQueue(JdbcClient jdbc, DeliverySignal deliverer, @Qualifier("deliveriesOfAll") PostgresSignal everywhere) {
        this.jdbc = jdbc;
        this.deliverer = deliverer;
        this.everywhere = everywhere;
    }

    /**
     * Queues a body for one webhook, for delivery as soon as the surrounding transaction commits, or at once without one. To
     * queue the same again (same webhook, position and ordinal) does nothing, whatever became of the first.
     *
     * @param webhookId the receiver
     * @param environmentId where the change happened
     * @param position of the event in the log; while nothing fails, a webhook's bodies go out in this order
     * @param ordinal tells bodies of the same event apart, in the order to deliver
     * @param body the bytes to send and to sign
     */
    public void enqueue(int webhookId, int environmentId, long position, int ordinal, byte[] body) {
        jdbc.sql("""
                insert into webhook_delivery (webhook_id, environment_id, position, ordinal, body)
                values (:webhookId, :environmentId, :position, :ordinal, :body)
                on conflict (webhook_id, position, ordinal) do nothing""")
                .param("webhookId", webhookId)
                .param("environmentId", environmentId)
                .param("position", position)
                .param("ordinal", ordinal)
                .param("body", body)
                .update();
        announceOnceCommitted();
    }

    private void announceOnceCommitted() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            announce();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announce();
            }
        });
    }

    /** Wakes this node now and the others soon. */
    private void announce() {
        deliverer.raise();
        everywhere.raise();
    }
}
