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
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/** Records the first use of each key: in the background and until it succeeds, since reads must work without the database. */
@Component
public final class KeyUses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);

    private final FirstEvents events;
    private final History<Installation> history;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("first-use").factory());

    /** Retries until this node stops, unless the key has ended. */
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .predicate(e -> !(e instanceof EndedException) && !threads.isShutdown())
            .maxRetries(Long.MAX_VALUE)
            .delay(Duration.ofSeconds(1))
            .multiplier(2)
            .maxDelay(Duration.ofMinutes(10))
            .build());

    /** The streams of keys whose use this node has seen. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

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
            threads.execute(() -> append(stream, event, by));
        }
    }

    private void append(String stream, LedgerEvent event, Attribution by) {
        try {
            retry.invoke(() -> attempt(stream, event, by));
        } catch (EndedException e) {
            LOG.debug("The first use of {} is not recorded: {}", stream, e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The first use of {} is not recorded by this node, which stops: {}", stream, e.toString());
        }
    }

    private void attempt(String stream, LedgerEvent event, Attribution by) {
        try {
            events.append(stream, event, by);
        } catch (EndedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Could not record the first use of {} yet: {}", stream, e.toString());
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
