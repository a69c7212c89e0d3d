package dev.flagledger.engine.state.organisation;

import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.webhook.Webhook;
import dev.flagledger.engine.state.webhook.WebhookFold;
import java.time.Instant;
import java.util.List;
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
 * @param members roles by user id
 * @param apiKeys API keys by id, without revoked ones
 * @param webhooks its webhooks, by id
 * @param retention what becomes of its old events
 * @param access who may do what in it
 */
public record Organisation(
        int id,
        UUID uuid,
        OrganisationSettings settings,
        Instant createdAt,
        PMap<Integer, Role> members,
        PSortedMap<Integer, IssuedKey> apiKeys,
        PSortedMap<Integer, Webhook> webhooks,
        EventRetention retention,
        OrganisationAccess access) {

    Organisation(int id, UUID uuid, OrganisationSettings settings, Instant createdAt) {
        this(
                id,
                uuid,
                settings,
                createdAt,
                IntTreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                EventRetention.FOR_EVER,
                OrganisationAccess.NONE);
    }

    /**
     * An API key with its creation.
     *
     * @param createdBy id of the user who created it; null if it was not a user
     */
    public record IssuedKey(
            ApiKey key, Instant createdAt, @Nullable Integer createdBy) {

        IssuedKey with(ApiKey changed) {
            return new IssuedKey(changed, createdAt, createdBy);
        }
    }

    /** Returns the key with this id, which must exist. */
    public IssuedKey key(int keyId) {
        return Lookup.required(apiKeys, keyId, "API key");
    }

    /** Returns the key with this prefix, if it exists. */
    public Optional<IssuedKey> keyOfPrefix(String prefix) {
        return apiKeys.values().stream()
                .filter(issued -> issued.key().prefix().equals(prefix))
                .findAny();
    }

    /** Returns the keys, sorted by id, but for those of trust relationships, which end with these only. */
    public List<IssuedKey> ownKeys() {
        return apiKeys.values().stream()
                .filter(issued -> !access.trusts().haveKey(issued.key().id()))
                .toList();
    }

    /** Returns the key with this prefix, if it exists and is not that of a trust relationship. */
    public Optional<IssuedKey> ownKeyOfPrefix(String prefix) {
        return keyOfPrefix(prefix).filter(issued -> ownKeys().contains(issued));
    }

    Organisation with(OrganisationSettings changed) {
        return new Organisation(id, uuid, changed, createdAt, members, apiKeys, webhooks, retention, access);
    }

    Organisation joinedBy(int userId, Role role) {
        return new Organisation(
                id,
                uuid,
                settings,
                createdAt,
                members.plus(userId, role),
                apiKeys,
                webhooks,
                retention,
                access.joinedBy(userId));
    }

    Organisation leftBy(int userId) {
        return new Organisation(
                id,
                uuid,
                settings,
                createdAt,
                members.minus(userId),
                apiKeys,
                webhooks,
                retention,
                access.leftBy(userId));
    }

    Organisation with(IssuedKey key) {
        return withKeys(apiKeys.plus(key.key().id(), key));
    }

    /** An admin's key has no use for roles. */
    Organisation changed(ApiKey key) {
        var changed = with(key(key.id()).with(key));
        return key.admin() ? changed.with(access.without(GrantHolder.apiKey(key.id()))) : changed;
    }

    Organisation withoutKey(int keyId) {
        return withKeys(apiKeys.minus(keyId)).with(access.without(GrantHolder.apiKey(keyId)));
    }

    private Organisation withKeys(PSortedMap<Integer, IssuedKey> changed) {
        return new Organisation(id, uuid, settings, createdAt, members, changed, webhooks, retention, access);
    }

    Organisation with(EventRetention changed) {
        return new Organisation(id, uuid, settings, createdAt, members, apiKeys, webhooks, changed, access);
    }

    Organisation with(OrganisationAccess changed) {
        return new Organisation(id, uuid, settings, createdAt, members, apiKeys, webhooks, retention, changed);
    }

    Organisation evolve(WebhookEvent event, Instant at) {
        var changed = WebhookFold.evolve(webhooks, event, at);
        return new Organisation(id, uuid, settings, createdAt, members, apiKeys, changed, retention, access);
    }
}
