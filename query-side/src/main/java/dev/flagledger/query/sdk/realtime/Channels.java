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
 * The listeners of each environment, and the last change that they know of. Only decides what is to be sent, so that its lock is
 * never held for long.
 */
final class Channels {

    private final Map<Integer, Channel> byEnvironment = new HashMap<>();
    private boolean open;
    private volatile int listeners;

    private static final class Channel {

        private final Set<Listener> listeners = new HashSet<>();
        private Instant announced;

        Channel(Instant announced) {
            this.announced = announced;
        }

        Announcement announcement(Message message) {
            return new Announcement(List.copyOf(listeners), message);
        }
    }

    /** A message and its recipients. */
    record Announcement(List<Listener> listeners, Message message) {

        /** Sends in parallel, since handing each message to the operating system takes most of the time. */
        void send() {
            listeners.parallelStream().forEach(listener -> listener.send(message));
        }
    }

    /** Starts to accept listeners. */
    synchronized void open() {
        open = true;
    }

    /** Adds a listener that knows this state of the environment; returns false if these channels are closed. */
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

    /** Returns the number of listeners. */
    int size() {
        return listeners;
    }

    /** Returns all listeners. */
    synchronized List<Listener> all() {
        return byEnvironment.values().stream()
                .flatMap(channel -> channel.listeners.stream())
                .toList();
    }

    /** Returns the messages due after a change of the installation. Listeners of deleted environments are removed. */
    synchronized List<Announcement> changes(Installation installation) {
        var changes = new ArrayList<Announcement>();
        byEnvironment.entrySet().removeIf(entry -> {
            var channel = entry.getValue();
            var environment = installation.environment(entry.getKey());
            if (environment.isEmpty()) {
                changes.add(channel.announcement(Message.END));
                listeners -= channel.listeners.size();
            } else if (isDue(installation, environment.get(), channel)) {
                changes.add(channel.announcement(Message.changed(channel.announced)));
            }
            return environment.isEmpty();
        });
        return changes;
    }

    /** Returns whether listeners are to be notified. Marks a change as announced also where realtime updates are off. */
    private static boolean isDue(Installation installation, Environment environment, Channel channel) {
        var at = environment.updatedAt();
        if (!at.isAfter(channel.announced)) {
            return false;
        }
        channel.announced = at;
        return installation
                .project(environment.projectId())
                .filter(project -> project.settings().enableRealtimeUpdates())
                .isPresent();
    }

    /** Stops accepting listeners, removes all, and returns the messages that end their streams. */
    synchronized List<Announcement> close() {
        open = false;
        var messages = byEnvironment.values().stream()
                .map(channel -> channel.announcement(Message.END))
                .toList();
        byEnvironment.clear();
        listeners = 0;
        return messages;
    }
}
