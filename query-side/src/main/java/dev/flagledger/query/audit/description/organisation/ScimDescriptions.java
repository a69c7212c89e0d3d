package dev.flagledger.query.audit.description.organisation;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.ScimEvent;
import dev.flagledger.api.event.ScimEvent.ScimConnected;
import dev.flagledger.api.event.ScimEvent.ScimDisconnected;
import dev.flagledger.api.event.ScimEvent.ScimGroupFilled;
import dev.flagledger.api.event.ScimEvent.ScimPersonForgotten;
import dev.flagledger.api.event.ScimEvent.ScimPersonRecorded;
import dev.flagledger.api.event.ScimEvent.ScimTokenChanged;
import dev.flagledger.contract.view.audit.AccessEventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;

/** What is told of provisioning by SCIM. Members of groups are told by their ids, which are no personal data. */
final class ScimDescriptions {

    private ScimDescriptions() {}

    static EventDescription of(Installation before, ScimEvent event) {
        return switch (event) {
            case ScimConnected _ -> EventDescription.of(AccessEventTexts.SCIM_CONNECTED);
            case ScimTokenChanged _ -> EventDescription.of(AccessEventTexts.SCIM_TOKEN_CHANGED);
            case ScimDisconnected _ -> EventDescription.of(AccessEventTexts.SCIM_DISCONNECTED);
            case ScimPersonRecorded e ->
                EventDescription.of(
                        Subject.user(e.userId()),
                        Erasing.TOMBSTONE,
                        naming -> EventDescription.of(AccessEventTexts.scimRecorded(naming.apply(e.userName()))));
            case ScimPersonForgotten e ->
                EventDescription.of(
                        Subject.user(e.userId()),
                        Erasing.TOMBSTONE,
                        naming -> EventDescription.of(AccessEventTexts.scimForgotten(
                                naming.apply(nameOf(before, e.organisationId(), e.userId())))));
            case ScimGroupFilled e ->
                EventDescription.of(
                        AccessEventTexts.scimGroupFilled(groupName(before, e)),
                        List.of(new FieldChange("users", e.removed(), e.added())));
        };
    }

    /** The directory's own name of the person: the organisation may not know their address any more. */
    private static String nameOf(Installation before, int organisationId, int userId) {
        return before.organisation(organisationId)
                .flatMap(organisation -> organisation.access().provisioning().person(userId))
                .map(person -> person.userName())
                .orElseGet(() -> Integer.toString(userId));
    }

    private static String groupName(Installation before, ScimGroupFilled event) {
        return before.organisation(event.organisationId())
                .flatMap(organisation -> organisation.access().groups().find(event.groupId()))
                .map(group -> group.details().name())
                .orElseGet(() -> Integer.toString(event.groupId()));
    }
}
