package dev.flagledger.query.sdk.flags;

import dev.flagledger.access.secret.ServerKeys;
import dev.flagledger.access.secret.ServerKeys.Owner;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the keys open that applications present: an environment's one public key, which the fold knows, and its server-side
 * keys, whose text is kept apart. Whose key a text is never changes, so it is looked up once; whether the key holds is
 * read off the fold each time. What is nobody's key is looked up again each time, and takes no memory.
 */
@Component
final class EnvironmentKeys {

    private static final int MAX_LENGTH = 100;

    private final ServerKeys serverKeys;
    private final Clock clock;
    private final Map<String, Owner> owners = new ConcurrentHashMap<>();

    EnvironmentKeys(ServerKeys serverKeys, Clock clock) {
        this.serverKeys = serverKeys;
        this.clock = clock;
    }

    /** The environment that the key opens; empty if it is unknown, switched off or expired, or its environment gone. */
    Optional<Environment> opened(Installation installation, String key) {
        var byPublicKey = installation.environmentOfKey(key);
        return byPublicKey.isPresent() || !isServerKey(key)
                ? byPublicKey
                : openedByServer(installation, key, owner(key));
    }

    /** Like {@link #opened}, without ever querying the database: also empty for a server key not looked up before. */
    Optional<Environment> openedFromMemory(Installation installation, String key) {
        return installation.environmentOfKey(key).or(() -> openedByServer(installation, key, owners.get(key)));
    }

    /** Whom the key speaks for. The prefix alone decides. */
    static Audience audience(String key) {
        return isServerKey(key) ? Audience.SERVER : Audience.CLIENT;
    }

    private static boolean isServerKey(String key) {
        return key.startsWith(ServerKeys.PREFIX);
    }

    private Optional<Environment> openedByServer(Installation installation, String key, @Nullable Owner owner) {
        if (owner == null) {
            return Optional.empty();
        }
        var environment = installation.environment(owner.environmentId());
        var issued = environment.map(known -> known.serverKeys().get(owner.keyId()));
        if (issued.isEmpty()) {
            owners.remove(key);
        }
        return issued.filter(known -> holds(known.key(), clock.instant())).flatMap(_ -> environment);
    }

    private @Nullable Owner owner(String key) {
        var known = owners.get(key);
        if (known != null || key.length() > MAX_LENGTH) {
            return known;
        }
        var found = serverKeys.owner(key).orElse(null);
        if (found != null) {
            owners.put(key, found);
        }
        return found;
    }

    private static boolean holds(ServerKey key, Instant now) {
        var end = key.expiresAt();
        return key.active() && (end == null || now.isBefore(end));
    }
}
