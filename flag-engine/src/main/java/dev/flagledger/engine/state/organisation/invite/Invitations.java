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
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The open invitations to an organisation, and who needs one.
 *
 * @param invites those by mail, by id
 * @param links links by which anybody can join, by id
 * @param former users who were members: an identity provider does not bring them back
 */
public record Invitations(
        PSortedMap<Integer, Invite> invites, PSortedMap<Integer, InviteLink> links, PSet<Integer> former) {

    /** None. */
    public static final Invitations NONE = new Invitations(TreePMap.empty(), TreePMap.empty(), HashTreePSet.empty());

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
                with(invites.plus(
                        e.inviteId(),
                        new Invite(e.inviteId(), e.userId(), e.email(), e.role(), e.groups(), at, actor.userId())));
            case InviteRepeated _, InviteLinkUsed _ -> this;
            case InviteAccepted e -> with(invites.minus(e.inviteId()));
            case InviteDeleted e -> with(invites.minus(e.inviteId()));
            case InviteLinkCreated e ->
                new Invitations(
                        invites,
                        links.plus(e.linkId(), new InviteLink(e.linkId(), e.role(), at, e.expiresAt())),
                        former);
            case InviteLinkDeleted e -> new Invitations(invites, links.minus(e.linkId()), former);
        };
    }

    /** Returns the invitations after a user has become a member. */
    public Invitations joinedBy(int userId) {
        return new Invitations(invites, links, former.minus(userId));
    }

    /** Returns the invitations after a member has left or was removed. */
    public Invitations leftBy(int userId) {
        return new Invitations(invites, links, former.plus(userId));
    }

    /** Returns the invitations after a group was deleted. */
    public Invitations withoutGroup(int group) {
        var left = invites;
        for (var invite : invites.values()) {
            if (invite.groups().contains(group)) {
                left = left.plus(invite.id(), invite.without(group));
            }
        }
        return with(left);
    }

    private Invitations with(PSortedMap<Integer, Invite> changed) {
        return new Invitations(changed, links, former);
    }
}
