package dev.flagledger.engine.state.organisation;

import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.engine.Known;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * An organisation.
 *
 * @param members what people are in it, by user id
 * @param apiKeys what programs act under, by key id; without those that were revoked
 */
public record Organisation(
        int id,
        UUID uuid,
        OrganisationSettings settings,
        Instant createdAt,
        PMap<Integer, Role> members,
        PSortedMap<Integer, IssuedKey> apiKeys) {

    Organisation(int id, UUID uuid, OrganisationSettings settings, Instant createdAt) {
        this(id, uuid, settings, createdAt, IntTreePMap.empty(), TreePMap.empty());
    }

    /**
     * A key, and when it was made.
     *
     * @param createdBy the user who made it; null if that was no user
     */
    public record IssuedKey(
            ApiKey key, Instant createdAt, @Nullable Integer createdBy) {

        IssuedKey with(ApiKey changed) {
            return new IssuedKey(changed, createdAt, createdBy);
        }
    }

    /** The key; fails if the organisation has none with this id. */
    public IssuedKey key(int keyId) {
        return Known.in(apiKeys, keyId, "API key");
    }

    /** The key with this prefix; empty if there is none, or none any more. */
    public Optional<IssuedKey> keyOfPrefix(String prefix) {
        return apiKeys.values().stream()
                .filter(issued -> issued.key().prefix().equals(prefix))
                .findAny();
    }

    Organisation with(OrganisationSettings changed) {
        return new Organisation(id, uuid, changed, createdAt, members, apiKeys);
    }

    Organisation joinedBy(int userId, Role role) {
        return new Organisation(id, uuid, settings, createdAt, members.plus(userId, role), apiKeys);
    }

    Organisation leftBy(int userId) {
        return new Organisation(id, uuid, settings, createdAt, members.minus(userId), apiKeys);
    }

    Organisation with(IssuedKey key) {
        return withKeys(apiKeys.plus(key.key().id(), key));
    }

    Organisation withoutKey(int keyId) {
        return withKeys(apiKeys.minus(keyId));
    }

    private Organisation withKeys(PSortedMap<Integer, IssuedKey> changed) {
        return new Organisation(id, uuid, settings, createdAt, members, changed);
    }
}
