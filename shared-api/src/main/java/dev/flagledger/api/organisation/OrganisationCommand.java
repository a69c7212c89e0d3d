package dev.flagledger.api.organisation;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands about an organisation. */
public sealed interface OrganisationCommand extends LedgerCommand {

    int organisationId();

    @Override
    default String aggregateId() {
        return streamOf(organisationId());
    }

    /** Returns the stream of one organisation. */
    static String streamOf(int organisationId) {
        return "organisation-" + organisationId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfOrganisation(organisationId());
    }

    /** Creates an organisation whose first admin is {@code founderId}. */
    record CreateOrganisation(int organisationId, UUID uuid, OrganisationSettings settings, int founderId)
            implements OrganisationCommand {
        @Override
        public Scope scope() {
            return new Scope.Everywhere();
        }
    }

    record ChangeOrganisation(int organisationId, Edit<OrganisationSettings> settings) implements OrganisationCommand {}

    /** Makes a user a member, with this role unless they are one already. Sent by the server itself. */
    record AdmitMember(int organisationId, int userId, Role role) implements OrganisationCommand {}
    /** Changes the role of a member; rejected for the last admin. */
    record ChangeMemberRole(int organisationId, int userId, Role role) implements OrganisationCommand {}

    /** Removes members, all or none; users who are not members are ignored. Rejected if no admin would be left. */
    record RemoveMembers(int organisationId, Set<Integer> userIds) implements OrganisationCommand {}

    /** Ends the membership of the user who sends it; rejected for the last admin. */
    record LeaveOrganisation(int organisationId, int userId) implements OrganisationCommand {
        @Override
        public Scope scope() {
            return new Scope.OfUser(userId);
        }
    }

    record CreateApiKey(int organisationId, ApiKey key) implements OrganisationCommand {}

    record ChangeApiKey(int organisationId, Edit<ApiKey> key) implements OrganisationCommand {}

    record RevokeApiKey(int organisationId, int keyId) implements OrganisationCommand {}

    /** Decides for how many days events are kept; null for ever. */
    record ChangeRetention(int organisationId, @Nullable Integer days) implements OrganisationCommand {}

    /** Sets or lifts the legal hold. */
    record ChangeLegalHold(int organisationId, boolean held) implements OrganisationCommand {}

    /** Records that the events up to a position are pruned, unless that is no longer wanted. Sent by the server itself. */
    record PruneEvents(int organisationId, long horizon) implements OrganisationCommand {}

    /** Deletes an organisation with everything in it; its members keep their accounts. */
    record DeleteOrganisation(int organisationId) implements OrganisationCommand, Releasing {}
}
