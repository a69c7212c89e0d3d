package dev.flagledger.engine.change;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.InviteEvent.InviteAccepted;
import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.event.InviteEvent.InviteDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkUsed;
import dev.flagledger.api.event.InviteEvent.InviteRepeated;

/** The scopes of events of invites and invite links. */
final class InviteScopes {

    private InviteScopes() {}

    static EventScope of(InviteEvent event) {
        return new EventScope(event.organisationId(), null, null, object(event));
    }

    static boolean ends(InviteEvent event) {
        return event instanceof InviteAccepted || event instanceof InviteDeleted || event instanceof InviteLinkDeleted;
    }

    private static String object(InviteEvent event) {
        return switch (event) {
            case InviteCreated e -> "invite:" + e.inviteId();
            case InviteRepeated e -> "invite:" + e.inviteId();
            case InviteAccepted e -> "invite:" + e.inviteId();
            case InviteDeleted e -> "invite:" + e.inviteId();
            case InviteLinkCreated e -> "link:" + e.linkId();
            case InviteLinkUsed e -> "link:" + e.linkId();
            case InviteLinkDeleted e -> "link:" + e.linkId();
        };
    }
}
