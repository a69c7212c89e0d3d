package dev.flagledger.query.usage;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Flushes the counters at intervals and at shutdown. A server that is killed loses the counts of the last interval. */
@Component
final class UsageRecorder implements LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UsageRecorder.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final List<UsageCounter> counters;
    private final BackgroundLoop loop = new BackgroundLoop("usage", this::flush).atEnd(this::write);

    UsageRecorder(List<UsageCounter> counters) {
        this.counters = List.copyOf(counters);
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public Duration stopTimeout() {
        return STOP_TIMEOUT;
    }

    /** Stops after the web server has completed its last request. */
    @Override
    public void stop() {
        loop.stop(STOP_TIMEOUT);
    }

    private Duration flush() {
        write();
        return INTERVAL;
    }

    private void write() {
        for (var counter : counters) {
            try {
                counter.write();
            } catch (RuntimeException e) {
                LOG.warn("Usage could not be written; the counts are kept for the next flush", e);
            }
        }
    }
}
