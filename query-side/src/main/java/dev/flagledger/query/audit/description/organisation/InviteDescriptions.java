package dev.flagledger.query.audit.description.organisation;

import static dev.flagledger.contract.view.audit.AuditedKind.INVITE;
import static dev.flagledger.contract.view.audit.AuditedKind.INVITE_LINK;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.InviteEvent.InviteAccepted;
import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.event.InviteEvent.InviteDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkUsed;
import dev.flagledger.api.event.InviteEvent.InviteRepeated;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What is told of invites, which name the invited person, and of invite links. */
final class InviteDescriptions {

    private InviteDescriptions() {}

    static EventDescription of(Installation before, InviteEvent event) {
        return switch (event) {
            case InviteCreated e ->
                about(
                        e.userId(),
                        naming -> EventDescription.of(
                                INVITE.created(naming.apply(e.email())),
                                List.of(new FieldChange("role", null, e.role().name()))));
            case InviteRepeated e -> ended(before, e, e.inviteId(), EventTexts::inviteResent);
            case InviteAccepted e -> ended(before, e, e.inviteId(), EventTexts::inviteAccepted);
            case InviteDeleted e -> ended(before, e, e.inviteId(), INVITE::deleted);
            case InviteLinkCreated e ->
                EventDescription.of(
                        INVITE_LINK.created(Integer.toString(e.linkId())),
                        FieldChange.differing(
                                new FieldChange("role", null, e.role().name()),
                                FieldChange.ofTime("expires_at", null, e.expiresAt())));
            case InviteLinkUsed e ->
                about(
                        e.userId(),
                        naming -> EventDescription.of(EventTexts.inviteLinkUsed(
                                e.linkId(), naming.apply(MemberDescriptions.email(before, e.userId())))));
            case InviteLinkDeleted e -> EventDescription.of(INVITE_LINK.deleted(Integer.toString(e.linkId())));
        };
    }

    /** What happened to an open invite, whose address only the state has. */
    private static EventDescription ended(
            Installation before, InviteEvent event, int inviteId, UnaryOperator<String> text) {
        return before.organisation(event.organisationId())
                .map(organisation ->
                        organisation.access().invitations().invites().get(inviteId))
                .map(invite ->
                        about(invite.userId(), naming -> EventDescription.of(text.apply(naming.apply(invite.email())))))
                .orElseGet(() -> EventDescription.of(text.apply(Integer.toString(inviteId))));
    }

    private static EventDescription about(int userId, Function<UnaryOperator<String>, EventDescription> told) {
        return EventDescription.of(Subject.user(userId), Erasing.TOMBSTONE, told);
    }
}
