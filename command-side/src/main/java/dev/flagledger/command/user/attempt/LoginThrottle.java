package dev.flagledger.command.user.attempt;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.flagledger.command.limit.MinuteLimit;
import dev.flagledger.contract.http.AddressGroup;
import org.jspecify.annotations.Nullable;

/** Limits logins and registrations per address and minute, successful or not. */
public final class LoginThrottle {

    private final MinuteLimit limit;

    /** @param limit the number allowed per minute; 0 for no limit */
    LoginThrottle(int limit, Ticker ticker) {
        this.limit = new MinuteLimit(limit, ticker);
    }

    /**
     * Counts a login or a registration.
     *
     * @throws dev.flagledger.contract.error.Throttled if the limit is exceeded
     */
    public void admit(@Nullable String address) {
        limit.admit(AddressGroup.of(address));
    }
}
