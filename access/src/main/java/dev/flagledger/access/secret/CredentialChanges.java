package dev.flagledger.access.secret;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Counts the changes of credentials that this node has seen. Caches read the count before a lookup and drop their
 * entries when it has changed.
 */
@Component
public class CredentialChanges {

    private final AtomicLong count = new AtomicLong();

    /** Returns the number of changes since the node started. */
    public long count() {
        return count.get();
    }

    /** Records that a credential was changed or revoked. */
    public void happened() {
        count.incrementAndGet();
    }
}
