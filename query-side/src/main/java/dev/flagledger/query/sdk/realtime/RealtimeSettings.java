package dev.flagledger.query.sdk.realtime;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many streams a node serves.
 *
 * @param maxStreams the most, or null for as many as its connections leave room for; {@code FLAGLEDGER_REALTIME_MAX_STREAMS}
 */
@ConfigurationProperties("flagledger.realtime")
record RealtimeSettings(@Nullable Integer maxStreams) {

    /** The most streams of a node with this many connections, a quarter of which is kept for other requests. */
    int most(int connections) {
        return maxStreams == null ? connections - connections / 4 : maxStreams;
    }
}
