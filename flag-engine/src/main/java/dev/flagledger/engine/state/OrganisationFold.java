package dev.flagledger.engine.state;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import java.time.Instant;
import org.pcollections.PSortedMap;

/** What events say of organisations. */
final class OrganisationFold {

    private OrganisationFold() {}

    static PSortedMap<Integer, Organisation> evolve(
            PSortedMap<Integer, Organisation> organisations, OrganisationEvent event, Instant at, Actor actor) {
        int id = event.organisationId();
        if (event instanceof OrganisationCreated e) {
            return organisations.plus(id, new Organisation(id, e.uuid(), e.settings(), at));
        }
        var before = Known.in(organisations, id, "organisation");
        if (event instanceof OrganisationDeleted) {
            return organisations.minus(id);
        }
        return organisations.plus(
                id,
                switch (event) {
                    case OrganisationCreated _, OrganisationDeleted _ -> before;
                    case OrganisationChanged e -> before.with(e.settings());
                    case MemberJoined e -> before.joinedBy(e.userId(), e.role());
                    case ApiKeyCreated e -> before.with(new Organisation.IssuedKey(e.key(), at, actor.userId()));
                    case ApiKeyChanged e -> before.with(before.key(e.key().id()).with(e.key()));
                    case ApiKeyRevoked e -> before.withoutKey(e.keyId());
                });
    }
}
