package dev.flagledger.engine.state.organisation.invite;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.InviteEvent.InviteAccepted;
import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.event.InviteEvent.InviteDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkUsed;
import dev.flagledger.api.event.InviteEvent.InviteRepeated;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The open invitations to an organisation.
 *
 * @param invites those by mail, by id
 * @param links links by which anybody can join, by id
 */
public record Invitations(PSortedMap<Integer, Invite> invites, PSortedMap<Integer, InviteLink> links) {

    /** None. */
    public static final Invitations NONE = new Invitations(TreePMap.empty(), TreePMap.empty());

    /** Returns the open invite to this address, ignoring case. */
    public Optional<Invite> to(String email) {
        return invites.values().stream()
                .filter(invite -> invite.email().equalsIgnoreCase(email))
                .findAny();
    }

    /** Returns the invitations after an event of one of them. */
    public Invitations evolve(InviteEvent event, Instant at, Actor actor) {
        return switch (event) {
            case InviteCreated e ->
                new Invitations(
                        invites.plus(
                                e.inviteId(),
                                new Invite(
                                        e.inviteId(), e.userId(), e.email(), e.role(), e.groups(), at, actor.userId())),
                        links);
            case InviteRepeated _, InviteLinkUsed _ -> this;
            case InviteAccepted e -> new Invitations(invites.minus(e.inviteId()), links);
            case InviteDeleted e -> new Invitations(invites.minus(e.inviteId()), links);
            case InviteLinkCreated e ->
                new Invitations(
                        invites, links.plus(e.linkId(), new InviteLink(e.linkId(), e.role(), at, e.expiresAt())));
            case InviteLinkDeleted e -> new Invitations(invites, links.minus(e.linkId()));
        };
    }
}
