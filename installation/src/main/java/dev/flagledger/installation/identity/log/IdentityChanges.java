package dev.flagledger.installation.identity.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notifies caches of changed identities, on any node. */
@Component
public final class IdentityChanges {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> others = _ -> {};

    private record Listener(IntConsumer changed, Runnable missed) {}

    /**
     * Registers a listener, whose callbacks must neither block nor throw.
     *
     * @param changed called with the id of each changed identity after the commit
     * @param missed called when notifications may have been lost
     */
    public void listen(IntConsumer changed, Runnable missed) {
        listeners.add(new Listener(changed, missed));
    }

    /** Sets the channel to other nodes, which is given the ids of identities that change on this node. */
    void tellOthers(Consumer<String> news) {
        others = news;
    }

    /** Records a change made in the caller's transaction, or already committed if there is none. */
    public void changed(int identityId) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    tell(identityId);
                }
            });
        } else {
            tell(identityId);
        }
    }

    private void tell(int identityId) {
        heard(identityId);
        others.accept(Integer.toString(identityId));
    }

    /** Handles changes on other nodes. */
    void heard(List<String> identityIds) {
        identityIds.forEach(id -> heard(Integer.parseInt(id)));
    }

    private void heard(int identityId) {
        listeners.forEach(listener -> listener.changed().accept(identityId));
    }

    /** Handles a possible loss of notifications. */
    void missed() {
        listeners.forEach(listener -> listener.missed().run());
    }
}
