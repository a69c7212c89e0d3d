package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.USER;

import dev.flagledger.api.Personal;
import dev.flagledger.api.Subject;
import dev.flagledger.api.organisation.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of invitations to an organisation, by mail and by links. Their secret parts are stored outside the log. */
public sealed interface InviteEvent extends OrganisationEvent {

    /**
     * A person was invited.
     *
     * @param userId the account of the person, or the id that it will have
     * @param groups ids of the groups that the person joins with the organisation
     */
    record InviteCreated(
            int organisationId,
            int inviteId,
            int userId,
            @Personal(USER) String email,
            Role role,
            List<Integer> groups) implements InviteEvent, OfSubject {
        @Override
        public Subject subject() {
            return Subject.user(userId);
        }
    }

    /** The mail was sent again. */
    record InviteRepeated(int organisationId, int inviteId) implements InviteEvent {}

    /** The invited person accepted. A {@code MemberJoined} follows, unless they were a member already. */
    record InviteAccepted(int organisationId, int inviteId, int userId) implements InviteEvent {}

    record InviteDeleted(int organisationId, int inviteId) implements InviteEvent {}

    /** A link was created by which any user can join; until {@code expiresAt}, or for ever if that is null. */
    record InviteLinkCreated(
            int organisationId,
            int linkId,
            Role role,
            @Nullable Instant expiresAt) implements InviteEvent {}

    /** A user joined by the link. A {@code MemberJoined} precedes. */
    record InviteLinkUsed(int organisationId, int linkId, int userId) implements InviteEvent {}

    record InviteLinkDeleted(int organisationId, int linkId) implements InviteEvent {}
}
