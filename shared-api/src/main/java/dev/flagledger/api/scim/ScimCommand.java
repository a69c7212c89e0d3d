package dev.flagledger.api.scim;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.OrganisationCommand;
import java.util.Set;

/** Commands about the directory that provisions an organisation's people by SCIM, and those that it sends. */
public sealed interface ScimCommand extends LedgerCommand {

    int organisationId();

    @Override
    default String aggregateId() {
        return OrganisationCommand.streamOf(organisationId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfOrganisation(organisationId());
    }

    /** Lets a directory provision people. Rejected if one does already. */
    record ConnectScim(int organisationId) implements ScimCommand {}

    /** Gives the directory another token. */
    record ChangeScimToken(int organisationId) implements ScimCommand {}

    /** Ends the provisioning. Members and groups stay. */
    record DisconnectScim(int organisationId) implements ScimCommand {}

    /** Records what the directory says about a user. */
    record RecordPerson(int organisationId, ScimPerson person) implements ScimCommand {}

    /** Forgets what the directory has said about a user. */
    record ForgetPerson(int organisationId, int userId) implements ScimCommand {}

    /**
     * Changes who is in a group.
     *
     * @param added ids of users who are members of the organisation, or of whom the directory has said something
     * @param removed ids of users; those who are not in the group are ignored
     */
    record FillGroup(int organisationId, int groupId, Set<Integer> added, Set<Integer> removed)
            implements ScimCommand {}
}
