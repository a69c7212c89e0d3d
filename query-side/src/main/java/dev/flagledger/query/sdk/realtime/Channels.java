package dev.flagledger.query.sdk.realtime;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who listens to which environment, and what they know. Says what is to be sent and sends nothing itself, so that its lock is
 * never held for long.
 */
final class Channels {

    private final Map<Integer, Channel> byEnvironment = new HashMap<>();
    private boolean open;
    private volatile int listeners;

    private static final class Channel {

        private final Set<Listener> listeners = new HashSet<>();
        private Instant told;

        Channel(Instant told) {
            this.told = told;
        }

        Announcement announcement(Message message) {
            return new Announcement(List.copyOf(listeners), message);
        }
    }

    /** A message, and to whom it is to be sent. */
    record Announcement(List<Listener> listeners, Message message) {

        /** On all cores: what takes time is to hand each message to the operating system. */
        void send() {
            listeners.parallelStream().forEach(listener -> listener.tell(message));
        }
    }

    /** Lets listeners join from now on. */
    synchronized void open() {
        open = true;
    }

    /** Adds a listener who knows the environment as it is given; false once these are closed. */
    synchronized boolean add(Environment environment, Listener listener) {
        if (open
                && byEnvironment
                        .computeIfAbsent(environment.id(), _ -> new Channel(environment.updatedAt()))
                        .listeners
                        .add(listener)) {
            listeners++;
        }
        return open;
    }

    synchronized void remove(Listener listener) {
        byEnvironment.computeIfPresent(listener.environmentId(), (_, channel) -> {
            if (channel.listeners.remove(listener)) {
                listeners--;
            }
            return channel.listeners.isEmpty() ? null : channel;
        });
    }

    /** How many listen now. */
    int size() {
        return listeners;
    }

    /** All who listen now. */
    synchronized List<Listener> all() {
        return byEnvironment.values().stream()
                .flatMap(channel -> channel.listeners.stream())
                .toList();
    }

    /** What is to be said after the installation has become this. Whose environment is gone is told so, and removed. */
    synchronized List<Announcement> changes(Installation installation) {
        var changes = new ArrayList<Announcement>();
        byEnvironment.entrySet().removeIf(entry -> {
            var channel = entry.getValue();
            var environment = installation.environment(entry.getKey());
            if (environment.isEmpty()) {
                changes.add(channel.announcement(Message.END));
                listeners -= channel.listeners.size();
            } else if (isNews(installation, environment.get(), channel)) {
                changes.add(channel.announcement(Message.changed(channel.told)));
            }
            return environment.isEmpty();
        });
        return changes;
    }

    /** Whether the environment has changed; if so, that counts as told, also where nobody wants to know. */
    private static boolean isNews(Installation installation, Environment environment, Channel channel) {
        var at = environment.updatedAt();
        if (!at.isAfter(channel.told)) {
            return false;
        }
        channel.told = at;
        return installation
                .project(environment.projectId())
                .filter(project -> project.settings().enableRealtimeUpdates())
                .isPresent();
    }

    /** Removes all, lets nobody join any more, and says what is to be said to them. */
    synchronized List<Announcement> close() {
        open = false;
        var farewell = byEnvironment.values().stream()
                .map(channel -> channel.announcement(Message.END))
                .toList();
        byEnvironment.clear();
        listeners = 0;
        return farewell;
    }
}
