package dev.flagledger.query.sdk.realtime;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.history.History;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the fold, and tells those who listen to an environment when it has changed: always after the fold shows the change,
 * so that whoever asks then gets it. One thread tells all of them, and another one sends pings.
 */
final class RealtimeBroadcaster implements SmartLifecycle {

    private static final Duration LOOK_UP = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(1);

    private final History<Installation> history;
    private final int most;
    private final Channels channels = new Channels();
    private final BackgroundLoop loop = new BackgroundLoop("realtime", this::follow).atEnd(this::end);
    private final BackgroundLoop pings = new BackgroundLoop("realtime-pings", this::ping);
    private volatile boolean running;
    private long position;

    /** @param most how many may listen at the same time */
    RealtimeBroadcaster(History<Installation> history, int most) {
        this.history = history;
        this.most = most;
    }

    /** Lets it hear of all that changes in the environment from now on; of nothing, but the end, once this is over. */
    void join(Environment environment, Listener listener) {
        if (!channels.add(environment, listener)) {
            listener.tell(Message.END);
        }
    }

    /** Lets it hear no more. */
    void leave(Listener listener) {
        channels.remove(listener);
    }

    /** Whether as many listen as may. */
    boolean isFull() {
        return channels.size() >= most;
    }

    @Override
    public void start() {
        running = true;
        channels.open();
        position = history.at().position();
        loop.start();
        pings.start();
    }

    /** Streams would never end by themselves, and the web server waits for those who are being answered. */
    @Override
    public void stop() {
        end();
        pings.stop(FAREWELL);
        loop.interrupt(FAREWELL);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Duration follow() {
        if (!history.isRunning()) {
            loop.end();
        } else if (history.await(position + 1, LOOK_UP)) {
            var now = history.at();
            position = now.position();
            channels.changes(now.state()).forEach(Channels.Announcement::send);
        }
        return Duration.ZERO;
    }

    private Duration ping() {
        long now = System.nanoTime();
        channels.all().forEach(listener -> listener.ping(now));
        return BETWEEN_PINGS;
    }

    private void end() {
        running = false;
        channels.close().forEach(Channels.Announcement::send);
    }
}
