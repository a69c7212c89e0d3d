package dev.flagledger.api.invite;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.Role;
import java.util.List;
import java.util.Locale;

/** Commands about an invite, which is sent by mail to one person. */
public sealed interface InviteCommand extends LedgerCommand {

    int inviteId();

    @Override
    default String aggregateId() {
        return streamOf(inviteId());
    }

    /** Returns the stream of one invite. */
    static String streamOf(int inviteId) {
        return "invite-" + inviteId;
    }

    /**
     * Invites a person. Rejected if an invite to the organisation is open for the address.
     *
     * @param userId the account of the person, or the id that it will have
     * @param groups ids of the groups that the person joins with the organisation
     */
    record CreateInvite(int organisationId, int inviteId, int userId, String email, Role role, List<Integer> groups)
            implements InviteCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return List.of(new Claim(
                    Claim.Kind.INVITE,
                    Integer.toString(organisationId),
                    email.toLowerCase(Locale.ROOT),
                    aggregateId()));
        }

        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    /** Sends the mail again. */
    record ResendInvite(int organisationId, int inviteId) implements InviteCommand {
        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    record DeleteInvite(int organisationId, int inviteId) implements InviteCommand, Releasing {
        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    /** Makes the user who sends it a member of the organisation. Rejected if the invite was sent to another address. */
    record AcceptInvite(int inviteId, int userId, String email) implements InviteCommand, Releasing {
        @Override
        public Scope scope() {
            return new Scope.OfUser(userId);
        }
    }
}
