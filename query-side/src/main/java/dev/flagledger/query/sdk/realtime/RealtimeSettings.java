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

    RealtimeSettings {
        if (maxStreams != null && maxStreams < 0) {
            throw new IllegalArgumentException("FLAGLEDGER_REALTIME_MAX_STREAMS must not be negative");
        }
    }

    /** Returns the maximum for a node with this many connections, a quarter of which is left to other requests by default. */
    int most(int connections) {
        return maxStreams == null ? connections - connections / 4 : maxStreams;
    }
}
