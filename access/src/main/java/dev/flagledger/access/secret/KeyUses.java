package dev.flagledger.access.secret;

import dev.flagledger.access.secret.ServerKeys.Owner;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyFirstUsed;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.FirstEvents;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records the first use of each key. In the background, since reads must work without the database: if it fails, a later use is
 * recorded as the first.
 */
@Component
public final class KeyUses {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);

    private final FirstEvents events;
    private final History<Installation> history;

    /** The streams of keys whose use this node has recorded, or found recorded. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    KeyUses(FirstEvents events, History<Installation> history) {
        this.events = events;
        this.history = history;
    }

    /** Records that a request was authenticated by this API key. */
    public void ofApiKey(int keyId, Supplier<Attribution> by) {
        var stream = "api-key-" + keyId;
        if (!known.contains(stream)) {
            history.state().organisations().values().stream()
                    .filter(organisation -> organisation.apiKeys().containsKey(keyId))
                    .findAny()
                    .ifPresent(owner -> record(stream, new ApiKeyFirstUsed(owner.id(), keyId), by));
        }
    }

    /** Records that a request was authenticated by this server key. */
    public void ofServerKey(Owner owner, Supplier<Attribution> by) {
        record("server-key-" + owner.keyId(), new ServerKeyFirstUsed(owner.environmentId(), owner.keyId()), by);
    }

    private void record(String stream, LedgerEvent event, Supplier<Attribution> by) {
        if (known.add(stream)) {
            var attribution = by.get();
            Thread.ofVirtual().name("first-use").start(() -> append(stream, event, attribution));
        }
    }

    private void append(String stream, LedgerEvent event, Attribution by) {
        try {
            events.append(stream, event, by);
        } catch (RuntimeException e) {
            known.remove(stream);
            LOG.warn("Could not record the first use of {}: {}", stream, e.toString());
        }
    }
}
