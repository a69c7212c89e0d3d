package dev.flagledger.command.user.attempt;

import org.jspecify.annotations.Nullable;

/** Limits the codes of the second factor per address and minute. */
public record CodeThrottle(LoginThrottle perAddress) {

    /**
     * Counts a code.
     *
     * @throws dev.flagledger.contract.error.Throttled if the limit is exceeded
     */
    public void admit(@Nullable String address) {
        perAddress.admit(address);
    }
}
