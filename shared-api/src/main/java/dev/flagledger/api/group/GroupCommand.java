package dev.flagledger.api.group;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.OrganisationCommand;
import java.util.List;

/** Commands about a group of an organisation. */
public sealed interface GroupCommand extends LedgerCommand {

    int organisationId();

    int groupId();

    @Override
    default String aggregateId() {
        return OrganisationCommand.streamOf(organisationId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfGroup(organisationId(), groupId());
    }

    /** Returns whether the command decides who joins a group without being added by somebody. */
    default boolean decidesWhoJoins() {
        return false;
    }

    record CreateGroup(int organisationId, int groupId, GroupDetails details) implements GroupCommand {
        @Override
        public boolean decidesWhoJoins() {
            return details.joinedUnasked();
        }

        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    /** What the editor leaves as it was is not changed, so the edit alone tells what it decides. */
    record ChangeGroup(int organisationId, int groupId, Edit<GroupDetails> details) implements GroupCommand {
        @Override
        public boolean decidesWhoJoins() {
            return !details.wanted().joinedLike(details.seen());
        }
    }

    /** Adds members of the organisation; those who are in the group already are left as they are. */
    record AddGroupMembers(int organisationId, int groupId, List<Integer> userIds) implements GroupCommand {}

    /** Removes members; those who are not in the group are ignored. */
    record RemoveGroupMembers(int organisationId, int groupId, List<Integer> userIds) implements GroupCommand {}

    /** Makes a member of the group its admin, or an ordinary member again. */
    record ChangeGroupAdmin(int organisationId, int groupId, int userId, boolean admin) implements GroupCommand {
        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    /** Deletes a group with everything that is granted to it. */
    record DeleteGroup(int organisationId, int groupId) implements GroupCommand {}
}
