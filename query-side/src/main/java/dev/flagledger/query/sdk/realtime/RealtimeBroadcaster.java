package dev.flagledger.query.sdk.realtime;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.history.History;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the live state and notifies the listeners of changed environments: always after the state shows the change, so that a
 * client that then requests the flags gets it. One thread notifies all listeners, another one sends pings.
 */
final class RealtimeBroadcaster implements SmartLifecycle {

    private static final Duration AWAIT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(1);

    private final History<Installation> history;
    private final Channels channels = new Channels();
    private final BackgroundLoop loop = new BackgroundLoop("realtime", this::follow).atEnd(this::end);
    private final BackgroundLoop pings = new BackgroundLoop("realtime-pings", this::ping);
    private volatile boolean running;
    private long position;

    RealtimeBroadcaster(History<Installation> history) {
        this.history = history;
    }

    /** Adds a listener that knows this state of the environment. Its stream ends at once if the broadcaster is stopped. */
    void join(Environment environment, Listener listener) {
        if (channels.add(environment, listener)) {
            // The other listeners may have been notified since the environment was looked up.
            Channels.missed(environment, history.state()).ifPresent(listener::send);
        } else {
            listener.send(Message.END);
        }
    }

    /** Removes a listener. */
    void leave(Listener listener) {
        channels.remove(listener);
    }

    @Override
    public void start() {
        running = true;
        channels.open();
        position = history.at().position();
        loop.start();
        pings.start();
    }

    /** Ends all streams: they would not end by themselves, and the web server waits for open responses. */
    @Override
    public void stop() {
        end();
        pings.stop(STOP_TIMEOUT);
        loop.interrupt(STOP_TIMEOUT);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Duration follow() {
        if (!history.isRunning()) {
            loop.end();
        } else if (history.awaitNext(position + 1, AWAIT_TIMEOUT)) {
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
