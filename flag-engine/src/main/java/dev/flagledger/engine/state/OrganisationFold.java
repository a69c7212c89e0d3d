package dev.flagledger.engine.state;

import dev.flagledger.api.organisation.OrganisationEvent;
import dev.flagledger.api.organisation.OrganisationEvent.MemberJoined;
import dev.flagledger.api.organisation.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.organisation.OrganisationEvent.OrganisationCreated;
import java.time.Instant;
import org.pcollections.PSortedMap;

/** What events say of organisations. */
final class OrganisationFold {

    private OrganisationFold() {}

    static PSortedMap<Integer, Organisation> evolve(
            PSortedMap<Integer, Organisation> organisations, OrganisationEvent event, Instant at) {
        int id = event.organisationId();
        return organisations.plus(
                id,
                switch (event) {
                    case OrganisationCreated e -> new Organisation(id, e.uuid(), e.settings(), at);
                    case OrganisationChanged e ->
                        Known.in(organisations, id, "organisation").with(e.settings());
                    case MemberJoined e ->
                        Known.in(organisations, id, "organisation").joinedBy(e.userId(), e.role());
                });
    }
}
