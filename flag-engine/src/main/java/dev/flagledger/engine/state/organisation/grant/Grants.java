package dev.flagledger.engine.state.organisation.grant;

import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GrantEvent.PermissionsChanged;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GrantEvent.PermissionsWithdrawn;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The permissions granted to members and groups, by object and holder. An organisation has those on itself, a project those
 * on itself and its environments.
 */
public record Grants(PMap<GrantPlace, PMap<GrantHolder, Grant>> byPlace) {

    /** None. */
    public static final Grants NONE = new Grants(HashTreePMap.empty());

    /** Returns what is granted to the holder on the object; null for nothing. */
    public @Nullable Grant of(GrantHolder holder, GrantPlace place) {
        var there = byPlace.get(place);
        return there == null ? null : there.get(holder);
    }

    /** Returns the grants on the object, sorted by id. */
    public List<Grant> on(GrantPlace place) {
        return in(place).values().stream()
                .sorted(Comparator.comparingInt(Grant::id))
                .toList();
    }

    /** Returns the grant with this id on the object. */
    public Optional<Grant> find(GrantPlace place, int id) {
        return in(place).values().stream().filter(grant -> grant.id() == id).findAny();
    }

    /** Returns the grants after an event of one of them. */
    public Grants evolve(GrantEvent event) {
        return switch (event) {
            case PermissionsGranted e -> with(e.grant());
            case PermissionsChanged e -> without(e.place(), e.grantId()).with(e.grant());
            case PermissionsWithdrawn e -> without(e.place(), e.grantId());
        };
    }

    /** Returns the grants without those of a holder. */
    public Grants without(GrantHolder holder) {
        var left = this;
        for (var place : byPlace.entrySet()) {
            if (place.getValue().containsKey(holder)) {
                left = left.with(place.getKey(), place.getValue().minus(holder));
            }
        }
        return left;
    }

    /** Returns the grants without those on an object. */
    public Grants without(GrantPlace place) {
        return byPlace.containsKey(place) ? new Grants(byPlace.minus(place)) : this;
    }

    private Grants without(GrantPlace place, int id) {
        return find(place, id)
                .map(grant -> with(place, in(place).minus(grant.holder())))
                .orElse(this);
    }

    private Grants with(Grant grant) {
        return with(grant.place(), in(grant.place()).plus(grant.holder(), grant));
    }

    private Grants with(GrantPlace place, PMap<GrantHolder, Grant> there) {
        return new Grants(there.isEmpty() ? byPlace.minus(place) : byPlace.plus(place, there));
    }

    private PMap<GrantHolder, Grant> in(GrantPlace place) {
        return byPlace.getOrDefault(place, HashTreePMap.empty());
    }
}
