package dev.flagledger.access.secret;

import dev.flagledger.access.secret.ServerKeys.Owner;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyFirstUsed;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.FirstEvents;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.EndedException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;

/** Records the first use of each key: in the background and until it succeeds, since reads must work without the database. */
@Component
public final class KeyUses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);

    private static final ExponentialBackOff PAUSES = pauses();

    private final FirstEvents events;
    private final History<Installation> history;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("first-use").factory());

    /** The streams of keys whose use this node has seen. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    KeyUses(FirstEvents events, History<Installation> history) {
        this.events = events;
        this.history = history;
    }

    private static ExponentialBackOff pauses() {
        var pauses = new ExponentialBackOff(1_000, 2);
        pauses.setMaxInterval(Duration.ofMinutes(10).toMillis());
        return pauses;
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
            threads.execute(() -> append(stream, event, by));
        }
    }

    /** Repeats it until it succeeds, the key's owner ends or this node stops. */
    private void append(String stream, LedgerEvent event, Attribution by) {
        var pauses = PAUSES.start();
        try {
            while (!threads.isShutdown()) {
                if (isSettled(stream, event, by)) {
                    return;
                }
                Thread.sleep(pauses.nextBackOff());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        LOG.warn("The first use of {} is not recorded by this node, which stops", stream);
    }

    private boolean isSettled(String stream, LedgerEvent event, Attribution by) {
        try {
            events.append(stream, event, by);
            return true;
        } catch (EndedException e) {
            LOG.debug("The first use of {} is not recorded: {}", stream, e.getMessage());
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Could not record the first use of {} yet: {}", stream, e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
