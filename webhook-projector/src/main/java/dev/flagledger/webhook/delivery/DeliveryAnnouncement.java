package dev.flagledger.webhook.delivery;

import dev.flagledger.ledger.signal.PostgresSignal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the deliverers of all nodes when something was queued. */
@Component
public class DeliveryAnnouncement {

    private final DeliverySignal deliverer;
    private final PostgresSignal everywhere;
    private final DeliveryMeters meters;

    DeliveryAnnouncement(
            DeliverySignal deliverer, @Qualifier("deliveriesOfAll") PostgresSignal everywhere, DeliveryMeters meters) {
        this.deliverer = deliverer;
        this.everywhere = everywhere;
        this.meters = meters;
    }

    /** Announces deliveries after the current transaction commits, or at once without one. */
    public void afterCommit(int queued) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            announce(queued);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announce(queued);
            }
        });
    }

    /** Wakes the deliverers of this node directly, and those of others by a notification. */
    private void announce(int queued) {
        meters.enqueued(queued);
        deliverer.raise();
        everywhere.raise();
    }
}
