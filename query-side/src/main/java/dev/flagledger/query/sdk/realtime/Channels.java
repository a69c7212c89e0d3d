package dev.flagledger.query.sdk.realtime;

import dev.flagledger.api.Rejected;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The listeners of each environment, and the last change that they know of. Only decides what is to be sent, so that its lock is
 * never held for long.
 */
final class Channels {

    private final Map<Integer, Channel> byEnvironment = new HashMap<>();
    private boolean open;

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
        if (open) {
            byEnvironment
                    .computeIfAbsent(environment.id(), _ -> new Channel(environment.updatedAt()))
                    .listeners
                    .add(listener);
        }
        return open;
    }

    /** Returns the message due to a listener that was added with this state of the environment, if it has changed since. */
    static Optional<Message> missed(Environment known, Installation now) {
        var environment = environment(now, known.id());
        if (environment.isEmpty()) {
            return Optional.of(Message.END);
        }
        return environment
                .map(Environment::updatedAt)
                .filter(at -> at.isAfter(known.updatedAt()) && isRealtimeOn(now, environment.get()))
                .map(Message::changed);
    }

    synchronized void remove(Listener listener) {
        byEnvironment.computeIfPresent(listener.environmentId(), (_, channel) -> {
            channel.listeners.remove(listener);
            return channel.listeners.isEmpty() ? null : channel;
        });
    }

    /** Returns all listeners. */
    synchronized List<Listener> all() {
        return byEnvironment.values().stream()
                .flatMap(channel -> channel.listeners.stream())
                .toList();
    }

    /** Returns the messages due after a change of the installation. Listeners of deleted and withheld environments are removed. */
    synchronized List<Announcement> changes(Installation installation) {
        var changes = new ArrayList<Announcement>();
        byEnvironment.entrySet().removeIf(entry -> {
            var channel = entry.getValue();
            var environment = environment(installation, entry.getKey());
            if (environment.isEmpty()) {
                changes.add(channel.announcement(Message.END));
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
        return isRealtimeOn(installation, environment);
    }

    private static boolean isRealtimeOn(Installation installation, Environment environment) {
        return installation
                .project(environment.projectId())
                .filter(project -> project.settings().enableRealtimeUpdates())
                .isPresent();
    }

    /** Returns the environment; empty also if its project is withheld, so that clients reconnect until it can be read again. */
    private static Optional<Environment> environment(Installation installation, int id) {
        try {
            return installation.environment(id);
        } catch (Rejected _) {
            return Optional.empty();
        }
    }

    /** Stops accepting listeners, removes all, and returns the messages that end their streams. */
    synchronized List<Announcement> close() {
        open = false;
        var messages = byEnvironment.values().stream()
                .map(channel -> channel.announcement(Message.END))
                .toList();
        byEnvironment.clear();
        return messages;
    }
}
