package dev.flagledger.api.group;

import org.jspecify.annotations.Nullable;

/**
 * The properties of a group.
 *
 * @param name at most 200 characters
 * @param isDefault whether new members of the organisation join the group
 * @param externalId id of the group at an identity provider, unique in the organisation, at most 255 characters; null for none
 */
public record GroupDetails(
        String name, boolean isDefault, @Nullable String externalId) {}
