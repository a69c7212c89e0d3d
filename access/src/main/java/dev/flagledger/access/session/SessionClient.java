package dev.flagledger.access.session;

import org.jspecify.annotations.Nullable;

/**
 * The client that opened a session. Personal data.
 *
 * @param address its address; null if unknown
 * @param agent the program, as it named itself; null if it did not
 */
public record SessionClient(
        @Nullable String address, @Nullable String agent) {}
