package dev.flagledger.access.secret;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Counts the changes of credentials that this node knows of. Whoever remembers what a credential opens reads the count
 * before it looks, and forgets what it saw once the count is another.
 */
@Component
public class CredentialChanges {

    private final AtomicLong count = new AtomicLong();

    /** How many there have been since the node started. */
    public long count() {
        return count.get();
    }

    /** A credential opens something else from now on, or nothing. */
    public void happened() {
        count.incrementAndGet();
    }
}
