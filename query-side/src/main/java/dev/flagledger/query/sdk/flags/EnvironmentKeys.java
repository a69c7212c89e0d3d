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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Resolves environment keys: the client key, which is part of the live state, and server keys, whose text is stored separately. The
 * owner of a valid key never changes, so it is looked up once; whether the key is still valid is read from the live state each time.
 * Other keys are not cached.
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

    /**
     * Returns the environment of the key; empty if the key is unknown, inactive or expired, or its environment was deleted.
     *
     * @param firstUse called with the owner of a valid server key that was not in memory
     */
    Optional<Environment> resolve(Installation installation, String key, Consumer<Owner> firstUse) {
        var byPublicKey = installation.environmentOfKey(key);
        return byPublicKey.isPresent() || !isServerKey(key) ? byPublicKey : lookUp(installation, key, firstUse);
    }

    private Optional<Environment> lookUp(Installation installation, String key, Consumer<Owner> firstUse) {
        var owner = owner(key);
        var environment = resolveServerKey(installation, key, owner);
        if (owner != null && environment.isPresent() && owners.putIfAbsent(key, owner) == null) {
            firstUse.accept(owner);
        }
        return environment;
    }

    /** Like {@link #resolve}, without ever querying the database: also empty for a server key not looked up before. */
    Optional<Environment> resolveFromMemory(Installation installation, String key) {
        return installation.environmentOfKey(key).or(() -> resolveServerKey(installation, key, owners.get(key)));
    }

    /** Returns the audience of a key, which its prefix alone decides. */
    static Audience audience(String key) {
        return isServerKey(key) ? Audience.SERVER : Audience.CLIENT;
    }

    private static boolean isServerKey(String key) {
        return key.startsWith(ServerKeys.PREFIX);
    }

    private Optional<Environment> resolveServerKey(Installation installation, String key, @Nullable Owner owner) {
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
        return serverKeys.owner(key).orElse(null);
    }

    private static boolean holds(ServerKey key, Instant now) {
        var end = key.expiresAt();
        return key.active() && (end == null || now.isBefore(end));
    }
}
