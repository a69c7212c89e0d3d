package dev.flagledger.webhook.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where bodies wait to be delivered. Takes them in the transaction of the projection that made them. */
@Component
public class DeliveryQueue {

    private final JdbcClient jdbc;
    private final DeliveryChannel channel;

    DeliveryQueue(JdbcClient jdbc, DeliveryChannel channel) {
        this.jdbc = jdbc;
        this.channel = channel;
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
            channel.announce();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                channel.announce();
            }
        });
    }
}
