package dev.flagledger.engine.state;

import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import java.time.Instant;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** An organisation and its members, by user id. */
public record Organisation(
        int id, UUID uuid, OrganisationSettings settings, Instant createdAt, PMap<Integer, Role> members) {

    Organisation(int id, UUID uuid, OrganisationSettings settings, Instant createdAt) {
        this(id, uuid, settings, createdAt, HashTreePMap.empty());
    }

    Organisation with(OrganisationSettings changed) {
        return new Organisation(id, uuid, changed, createdAt, members);
    }

    Organisation joinedBy(int userId, Role role) {
        return new Organisation(id, uuid, settings, createdAt, members.plus(userId, role));
    }
}
