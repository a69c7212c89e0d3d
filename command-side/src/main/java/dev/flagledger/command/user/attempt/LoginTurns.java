package dev.flagledger.command.user.attempt;

import dev.flagledger.contract.error.Throttled;
import dev.flagledger.ledger.load.Bulkhead;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Limits the logins with passwords that a node checks at the same time to those that can wait for a hash. The others are rejected here,
 * before their attempts are counted: counting takes several transactions, and anonymous callers can send any number of logins.
 */
@Component
public final class LoginTurns {

    private static final int AT_ONCE = 32;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Bulkhead turns = new Bulkhead(AT_ONCE, 0, Duration.ZERO, () -> new Throttled(RETRY));

    LoginTurns() {}

    /**
     * Runs a login and returns its result.
     *
     * @throws Throttled if too many logins are running
     */
    public <T> T in(Supplier<T> login) {
        return turns.in(login);
    }
}
