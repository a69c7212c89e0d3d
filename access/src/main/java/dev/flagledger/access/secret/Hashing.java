package dev.flagledger.access.secret;

import dev.flagledger.contract.error.Throttled;
import dev.flagledger.ledger.load.Bulkhead;
import dev.flagledger.ledger.load.LowPriorityWork;
import java.time.Duration;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords one at a time, with low priority, and the lowest while others wait. Hashing is deliberately slow and open to anonymous
 * callers; on the request threads, concurrent logins would take all cores from requests for flags.
 */
final class Hashing {

    private static final int WAITING = 32;
    private static final int NEW_WAITING = 8;

    private final PasswordEncoder encoder;
    private final LowPriorityWork turns;
    /** Limits new passwords to one at a time, so that registrations cannot starve logins. */
    private final Bulkhead turnsOfNew;

    /** {@code patience} is the maximum wait for a turn. */
    Hashing(PasswordEncoder encoder, Duration patience) {
        this.encoder = encoder;
        this.turns = LowPriorityWork.yieldingInCrowds(
                "password-hashing", 1, WAITING, patience, () -> new Throttled(patience));
        this.turnsOfNew = new Bulkhead(1, NEW_WAITING, patience, () -> new Throttled(patience));
    }

    /**
     * Hashes a new password.
     *
     * @throws Throttled if too many calls are queued
     */
    String hash(String password) {
        return turnsOfNew.in(() -> turns.call(() -> String.valueOf(encoder.encode(password))));
    }

    /**
     * Returns whether the password has this hash.
     *
     * @throws Throttled if too many calls are queued
     */
    boolean matches(String password, String hash) {
        return turns.call(() -> encoder.matches(password, hash));
    }
}
