package dev.flagledger.api.group;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a group.
 *
 * @param name at most 200 characters
 * @param isDefault whether new members of the organisation join the group
 * @param externalId id of the group at an identity provider, unique in the organisation, at most 255 characters; null for none
 */
public record GroupDetails(
        String name, boolean isDefault, @Nullable String externalId) {

    /** Returns whether people join this group by themselves: as new members, or because an identity provider names it. */
    public boolean joinedUnasked() {
        return isDefault || externalId != null;
    }

    /** Returns whether the same people join this group by themselves as the other one. */
    public boolean joinedLike(GroupDetails other) {
        return isDefault == other.isDefault && Objects.equals(externalId, other.externalId);
    }
}
