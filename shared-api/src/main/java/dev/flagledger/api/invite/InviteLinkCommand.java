package dev.flagledger.api.invite;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Commands about an invite link, by which any user who knows it can join. */
public sealed interface InviteLinkCommand extends LedgerCommand {

    int linkId();

    @Override
    default String aggregateId() {
        return streamOf(linkId());
    }

    /** Returns the stream of one link. */
    static String streamOf(int linkId) {
        return "link-" + linkId;
    }

    /** Creates a link that is valid until {@code expiresAt}; null for ever. */
    record CreateInviteLink(
            int organisationId,
            int linkId,
            Role role,
            @Nullable Instant expiresAt) implements InviteLinkCommand {
        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    record DeleteInviteLink(int organisationId, int linkId) implements InviteLinkCommand {
        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    /** Makes the user who sends it a member of the organisation. Rejected if the link has expired at {@code now}. */
    record JoinByLink(int linkId, int userId, Instant now) implements InviteLinkCommand {
        @Override
        public Scope scope() {
            return new Scope.OfUser(userId);
        }
    }
}
