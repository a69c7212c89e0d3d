package dev.flagledger.query.sdk.realtime;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the fold, and tells those who listen to an environment when it has changed: always after the fold shows the change,
 * so that whoever asks then gets it.
 */
@Component
final class RealtimeBroadcaster implements SmartLifecycle {

    private static final Duration LOOK_UP = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final History<Installation> history;
    private final Map<Integer, Channel> channels = new HashMap<>();
    private volatile boolean running;
    private final BackgroundLoop loop = new BackgroundLoop("realtime", this::follow).atEnd(this::end);
    private long position;

    RealtimeBroadcaster(History<Installation> history) {
        this.history = history;
    }

    /** Those who listen to one environment, and what they know. */
    private static final class Channel {

        private final Set<Listener> listeners = new HashSet<>();
        private Instant told;

        Channel(Instant told) {
            this.told = told;
        }
    }

    /** Lets it hear of all that changes in the environment from now on; of nothing, but the end, once this is over. */
    synchronized void join(Environment environment, Listener listener) {
        if (!running) {
            listener.tell(new ChangeMessage.Ended());
            return;
        }
        channels.computeIfAbsent(environment.id(), _ -> new Channel(environment.updatedAt()))
                .listeners
                .add(listener);
    }

    /** Lets it hear no more. */
    synchronized void leave(int environmentId, Listener listener) {
        channels.computeIfPresent(environmentId, (_, channel) -> {
            channel.listeners.remove(listener);
            return channel.listeners.isEmpty() ? null : channel;
        });
    }

    /** How many listen now. */
    synchronized int listeners() {
        return channels.values().stream()
                .mapToInt(channel -> channel.listeners.size())
                .sum();
    }

    @Override
    public synchronized void start() {
        running = true;
        position = history.at().position();
        loop.start();
    }

    /** Streams would never end by themselves, and the web server waits for those who are being answered. */
    @Override
    public void stop() {
        end();
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
            announce(now.state());
        }
        return Duration.ZERO;
    }

    private synchronized void announce(Installation installation) {
        channels.entrySet().removeIf(entry -> {
            var environment = installation.environment(entry.getKey());
            environment.ifPresentOrElse(
                    changed -> announce(installation, changed, entry.getValue()), () -> end(entry.getValue()));
            return environment.isEmpty();
        });
    }

    private static void announce(Installation installation, Environment environment, Channel channel) {
        var at = environment.updatedAt();
        if (!at.isAfter(channel.told)) {
            return;
        }
        channel.told = at;
        boolean wanted = installation
                .project(environment.projectId())
                .filter(project -> project.settings().enableRealtimeUpdates())
                .isPresent();
        if (wanted) {
            channel.listeners.forEach(listener -> listener.tell(new ChangeMessage.Changed(at)));
        }
    }

    private synchronized void end() {
        running = false;
        channels.values().forEach(RealtimeBroadcaster::end);
        channels.clear();
    }

    private static void end(Channel channel) {
        channel.listeners.forEach(listener -> listener.tell(new ChangeMessage.Ended()));
    }
}
