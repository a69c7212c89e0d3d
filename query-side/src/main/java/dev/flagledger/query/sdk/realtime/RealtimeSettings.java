package dev.flagledger.query.sdk.realtime;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The maximum number of streams of a node.
 *
 * @param maxStreams the maximum, or null to derive it from the limit of connections; {@code FLAGLEDGER_REALTIME_MAX_STREAMS}
 */
@ConfigurationProperties("flagledger.realtime")
record RealtimeSettings(@Nullable Integer maxStreams) {

    /** Returns the maximum for a node with this many connections, a quarter of which is left to other requests by default. */
    int most(int connections) {
        return maxStreams == null ? connections - connections / 4 : maxStreams;
    }
}
