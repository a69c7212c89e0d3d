package dev.flagledger.access.secret;

import dev.flagledger.access.secret.ServerKeys.Owner;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyFirstUsed;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import dev.flagledger.ledger.command.FirstEvents;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.EndedException;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records the first use of each key: in the background and until it succeeds, since reads must work without the database. */
@Component
public final class KeyUses implements LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);

    /** A new use wakes the loop. */
    private static final Duration IDLE = Duration.ofHours(1);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final FirstEvents events;
    private final History<Installation> history;
    private final BackgroundLoop loop = new BackgroundLoop("first-use", this::round).atEnd(this::reportPending);

    /** The streams of keys whose use this node has seen. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private final Queue<FirstUse> pending = new ConcurrentLinkedQueue<>();

    private record FirstUse(String stream, LedgerEvent event, Attribution by) {}

    KeyUses(FirstEvents events, History<Installation> history) {
        this.events = events;
        this.history = history;
    }

    /** Records that a request was authenticated by this API key; cheap if it is known. */
    public void ofApiKey(int keyId, Supplier<Attribution> by) {
        var stream = "api-key-" + keyId;
        if (!known.contains(stream)) {
            history.state().organisations().values().stream()
                    .filter(organisation -> organisation.apiKeys().containsKey(keyId))
                    .findAny()
                    .ifPresent(owner -> record(stream, new ApiKeyFirstUsed(owner.id(), keyId), by.get()));
        }
    }

    /** Records that a request was authenticated by this server key. */
    public void ofServerKey(Owner owner, Attribution by) {
        record("server-key-" + owner.keyId(), new ServerKeyFirstUsed(owner.environmentId(), owner.keyId()), by);
    }

    private void record(String stream, LedgerEvent event, Attribution by) {
        if (known.add(stream)) {
            pending.add(new FirstUse(stream, event, by));
            loop.wake();
        }
    }

    /** Records the pending uses. One that fails is tried again after the others. */
    private Duration round() {
        for (var use = pending.poll(); use != null; use = pending.poll()) {
            try {
                append(use);
            } catch (RuntimeException | Error e) {
                pending.add(use);
                throw e;
            }
        }
        return IDLE;
    }

    private void append(FirstUse use) {
        try {
            events.append(use.stream(), use.event(), use.by());
        } catch (EndedException e) {
            LOG.debug("The first use of {} is not recorded: {}", use.stream(), e.getMessage());
        }
    }

    private void reportPending() {
        pending.forEach(use -> LOG.warn("The first use of {} is not recorded by this node, which stops", use.stream()));
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public Duration stopTimeout() {
        return STOP_TIMEOUT;
    }
}
