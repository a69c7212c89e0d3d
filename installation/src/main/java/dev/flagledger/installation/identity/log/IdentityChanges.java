package dev.flagledger.installation.identity.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells those who keep identities in memory which of them changed, on whatever node. */
@Component
public final class IdentityChanges {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> others = _ -> {};

    private record Listener(IntConsumer changed, Runnable missed) {}

    /**
     * Has somebody told of changes. Neither may block or throw.
     *
     * @param changed is given the id of each identity that changed, once the change is committed
     * @param missed is run when something may have changed without being told
     */
    public void listen(IntConsumer changed, Runnable missed) {
        listeners.add(new Listener(changed, missed));
    }

    /** Has this given the ids of identities that change here, as text, for the other nodes. */
    void tellOthers(Consumer<String> news) {
        others = news;
    }

    /** An identity was changed in the caller's transaction, or has been if there is none. */
    void changed(int identityId) {
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

    /** An identity was changed on another node. */
    void heard(List<String> identityIds) {
        identityIds.forEach(id -> heard(Integer.parseInt(id)));
    }

    private void heard(int identityId) {
        listeners.forEach(listener -> listener.changed().accept(identityId));
    }

    /** Another node may have told something that was not heard. */
    void missed() {
        listeners.forEach(listener -> listener.missed().run());
    }
}
